/**
 * What the self-check sends, and what comes back. {@code RequestVariants} makes all variants of an {@code Address}: those of
 * its path ({@code PathVariants}, by {@code Spelling} and {@code CharacterEncoding}), of its context path, its method and its
 * headers. Each {@code RequestVariant} is of one {@code VariantKind}. {@code RawHttpClient} sends it to the {@code Site} and
 * parses an {@code ObservedResponse}.
 *
 * <p>The variants are those by which filters have been bypassed, in advisories and in writeups of tests, and those that follow
 * from what servers do with a target (Servlet 6.0, 3.5) and parsers with a URI (RFC 3986, RFC 9112 section 3.2). The corpus of
 * the integration tests has the same kinds.
 */
@NullMarked
package org.facecheck.internal.selfcheck.request;

import org.jspecify.annotations.NullMarked;
