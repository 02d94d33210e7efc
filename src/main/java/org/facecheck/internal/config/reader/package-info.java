/** Package config.reader. */
@NullMarked
package org.facecheck.internal.config.reader;

import org.jspecify.annotations.NullMarked;
