/** Package challenge. */
@NullMarked
package org.facecheck.internal.challenge;

import org.jspecify.annotations.NullMarked;
