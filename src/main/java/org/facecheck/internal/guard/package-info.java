/** Package guard. */
@NullMarked
package org.facecheck.internal.guard;

import org.jspecify.annotations.NullMarked;
