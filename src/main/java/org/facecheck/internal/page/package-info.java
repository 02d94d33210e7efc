/**
 * The capture page, and what it tells a person.
 *
 * <ol>
 *   <li>{@code CapturePage} answers a request with the page. It makes a {@code PageModel} of the configuration, the session and a
 *       {@code PageMessage}, and has the texts in the browser's language (room {@code text});
 *   <li>{@code PageMarkup} writes the page from these two and {@code CaptureMarkup} the capture in it, or {@code UsernameMarkup}
 *       the step before it, with {@code HtmlElement}s, which escape (room {@code html}). {@code PageAddresses} are relative to
 *       the page;
 *   <li>{@code Assets} sends script and style sheet, out of the class path, and the detector where its jar is there.
 * </ol>
 *
 * <p>In a page of the application's own, {@code EmbeddedCapture} makes the same model when the page first asks for it.
 * {@code CaptureTag} (JSP), the composite component {@code META-INF/resources/facecheck/capture.xhtml} (Facelets) and expressions
 * read it, the latter two as a {@code PageMap}, whose entry {@code html} is the same markup.
 */
@NullMarked
package org.facecheck.internal.page;

import org.jspecify.annotations.NullMarked;
