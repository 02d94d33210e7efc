/**
 * May this request pass, and if not, who answers? The container's filter mappings decide which requests are asked here; no
 * class of this room matches a path.
 *
 * <ol>
 *   <li>A mapped request reaches {@link org.facecheck.internal.rule.FaceCheckFilter}, which hands it to its rule's {@link
 *       org.facecheck.internal.rule.RuleGuard}.
 *   <li>With a {@code Pass} of room {@code session} that {@link org.facecheck.internal.rule.PassRequirement} takes it goes on.
 *   <li>{@link org.facecheck.internal.rule.ExemptionFilter}, mapped to the rule's exemptions, may have marked the dispatch;
 *       then it goes on, too.
 *   <li>Else room {@code challenge} answers, in the form that this kind of client understands.
 * </ol>
 *
 * <p>The rooms below, {@code guard} and {@code challenge}, know nothing of this one; {@code faces} asks it about views that
 * appear without a mapping.
 */
@NullMarked
package org.facecheck.internal.rule;

import org.jspecify.annotations.NullMarked;
