/**
 * From a match to a {@code Verdict}. Four questions, each with a type of the API, a default here, and a replacement of the
 * application's where it has one:
 *
 * <ol>
 *   <li>{@code Judge} takes the {@link org.facecheck.FaceMatch}; what is no match is a refusal, a retake or trouble.
 *   <li>Is a record good enough? {@link org.facecheck.AcceptancePolicy}, by default {@code ConfiguredAcceptancePolicy}.
 *   <li>Do the good ones name one person? Not replaceable: {@code PersonKey} tells, from names compared as {@code
 *       ComparableText}.
 *   <li>Is it the right person? {@link org.facecheck.IdentityBinding}, by default {@code FirstUseBinding}, or {@code
 *       PrincipalBinding} where the deployer names a field. What that is compared with is the principal's name, or an
 *       attribute of the principal (room {@code caller}).
 *   <li>Where the face is the login: who is that to the application? {@link org.facecheck.FaceLogin}, by default the
 *       configuration's answer; {@code CallerSource} compares the name with the one that was typed.
 * </ol>
 *
 * What is not answered with yes is no: an exception, a missing value and an unknown one verify nobody.
 */
@NullMarked
package org.facecheck.internal.verdict;

import org.jspecify.annotations.NullMarked;
