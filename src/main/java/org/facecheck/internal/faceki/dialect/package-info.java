/** Package faceki.dialect. */
@NullMarked
package org.facecheck.internal.faceki.dialect;

import org.jspecify.annotations.NullMarked;
