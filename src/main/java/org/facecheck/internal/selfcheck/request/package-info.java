/** Package selfcheck.request. */
@NullMarked
package org.facecheck.internal.selfcheck.request;

import org.jspecify.annotations.NullMarked;
