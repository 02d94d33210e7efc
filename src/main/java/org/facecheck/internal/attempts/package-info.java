/** Package attempts. */
@NullMarked
package org.facecheck.internal.attempts;

import org.jspecify.annotations.NullMarked;
