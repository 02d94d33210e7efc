/**
 * The bearer token that each face check is sent with (RFC 6750).
 *
 * <p>{@code AccessTokenCache} keeps one {@code AccessToken} for all checks, and says when a new one is due; then it asks for
 * one only, since each token call is billed, and all checks wait for that. {@code TokenRequester} makes the call with the
 * account's credentials, and {@code TokenReader} makes of its answer ({@code TokenResponse}) a token or trouble. This room knows
 * the room {@code http} alone.
 */
@NullMarked
package org.facecheck.internal.faceki.token;

import org.jspecify.annotations.NullMarked;
