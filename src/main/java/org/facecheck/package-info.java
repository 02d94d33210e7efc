/**
 * Facecheck: a face check before the protected routes of a Jakarta EE web application.
 */
@NullMarked
package org.facecheck;

import org.jspecify.annotations.NullMarked;
