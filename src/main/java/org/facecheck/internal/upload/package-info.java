/** Package upload. */
@NullMarked
package org.facecheck.internal.upload;

import org.jspecify.annotations.NullMarked;
