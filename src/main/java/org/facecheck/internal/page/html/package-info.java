/**
 * What the capture page is written and drawn with. {@code HtmlElement} writes elements, and {@code HtmlEscaper} sees to it that
 * what comes from elsewhere stays text. The page brings no picture from anywhere: {@code OvalDrawing} draws the oval with the face
 * that belongs there, and {@code ExampleDrawing} how a selfie should look, and how not.
 */
@NullMarked
package org.facecheck.internal.page.html;

import org.jspecify.annotations.NullMarked;
