/**
 * The jar's own command: asks a deployed application for what is protected, under all the disguises that filters of this kind
 * have been walked around by, and says which came through. It stands alone: nothing else of the jar uses it, and it uses
 * nothing but the JDK, since no server is there when it runs.
 */
@NullMarked
package org.facecheck.internal.selfcheck;

import org.jspecify.annotations.NullMarked;
