/** MicroProfile Config in, one validated immutable record out. Knows none of the other rooms. */
@NullMarked
package org.facecheck.internal.config;

import org.jspecify.annotations.NullMarked;
