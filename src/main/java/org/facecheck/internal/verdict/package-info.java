/**
 * From a match to a verdict: is a record good enough ({@link org.facecheck.AcceptancePolicy}), do the good ones name one
 * person, and is it the right one ({@link org.facecheck.IdentityBinding})? Whatever is not answered yes is no.
 */
@NullMarked
package org.facecheck.internal.verdict;

import org.jspecify.annotations.NullMarked;
