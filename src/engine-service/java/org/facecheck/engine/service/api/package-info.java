/**
 * The service's addresses, without a server: {@link org.facecheck.engine.service.api.Api} gives each {@link
 * org.facecheck.engine.service.api.ApiRequest} to its endpoint.
 *
 * <ol>
 *   <li>{@code TokenEndpoint} gives a token to a client that proves itself.
 *   <li>{@code CheckEndpoint} asks for the token, reads the body, takes one of a few places, has the picture's structure read by the
 *       library, and has the matcher compare it.
 *   <li>{@code PeopleEndpoint} enrols and deletes people, for clients that may.
 * </ol>
 *
 * Whoever has no token is told so before anything of the body is read.
 */
@NullMarked
package org.facecheck.engine.service.api;

import org.jspecify.annotations.NullMarked;
