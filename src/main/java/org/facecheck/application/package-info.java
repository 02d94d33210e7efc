/**
 * How the application and Facecheck meet beyond HTTP: the application's beans in place of the defaults, its observers, and the
 * identity by CDI and expression language.
 */
@NullMarked
package org.facecheck.application;

import org.jspecify.annotations.NullMarked;
