/** Package faces. */
@NullMarked
package org.facecheck.internal.faces;

import org.jspecify.annotations.NullMarked;
