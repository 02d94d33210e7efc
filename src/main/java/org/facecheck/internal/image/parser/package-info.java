/** Package image.parser. */
@NullMarked
package org.facecheck.internal.image.parser;

import org.jspecify.annotations.NullMarked;
