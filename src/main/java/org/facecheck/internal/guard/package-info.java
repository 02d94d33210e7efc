/**
 * What can be said of a request before any rule is asked, and without knowing one: what its target is, whether two readers
 * may read it in two ways, and which rules the container would match for another path.
 *
 * <ol>
 *   <li>{@link org.facecheck.internal.guard.TargetGuardFilter} stands before everything else and refuses what {@code
 *       TargetGuard} calls suspicious (Servlet 6.0, §3.5.2): mappings protect one reading of a target alone.
 *   <li>{@link org.facecheck.internal.guard.RequestTarget} is what the client asked for in the first place, checked, so that
 *       it can be remembered and sent back as an address.
 *   <li>{@link org.facecheck.internal.guard.RuleProbe} asks the container which rules match a path; {@link
 *       org.facecheck.internal.guard.RuleProbeFilter} ends the dispatch that it takes.
 * </ol>
 */
@NullMarked
package org.facecheck.internal.guard;

import org.jspecify.annotations.NullMarked;
