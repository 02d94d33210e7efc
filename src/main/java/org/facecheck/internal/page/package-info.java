/** Package page. */
@NullMarked
package org.facecheck.internal.page;

import org.jspecify.annotations.NullMarked;
