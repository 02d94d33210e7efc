/**
 * What the page says to a person, in their language.
 *
 * <ol>
 *   <li>{@code PageMessage} is what there is to say about the last attempt, and the HTTP status that goes with it;
 *   <li>{@code PageTexts} has all texts in one language, out of {@code MessageBundles}: those of the jar, {@code
 *       messages_fr.properties} and the like beside the classes, and the application's own before them;
 *   <li>{@code Consent} is the text that a person agrees to, with the version of it that the audit keeps.
 * </ol>
 *
 * <p>Nothing here knows of markup.
 */
@NullMarked
package org.facecheck.internal.page.text;

import org.jspecify.annotations.NullMarked;
