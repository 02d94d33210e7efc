/**
 * How the application and Facecheck meet beyond HTTP: the application's beans in place of the defaults, its observers, the
 * identity by CDI and expression language, and the capture's model for pages that show it.
 */
@NullMarked
package org.facecheck.internal.application;

import org.jspecify.annotations.NullMarked;
