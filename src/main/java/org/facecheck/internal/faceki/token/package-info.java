/** Package faceki.token. */
@NullMarked
package org.facecheck.internal.faceki.token;

import org.jspecify.annotations.NullMarked;
