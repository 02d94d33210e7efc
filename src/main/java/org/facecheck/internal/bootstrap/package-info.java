/**
 * Puts Facecheck together and before the routes: reads the configuration, finds the cluster's cache, wires the rooms, registers
 * filters and servlet, and says in the log what is guarded, and what may run before.
 */
@NullMarked
package org.facecheck.internal.bootstrap;

import org.jspecify.annotations.NullMarked;
