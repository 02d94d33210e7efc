/** Package faceki.http. */
@NullMarked
package org.facecheck.internal.faceki.http;

import org.jspecify.annotations.NullMarked;
