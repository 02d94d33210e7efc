/**
 * What pages are made of, without any page: a {@link org.facecheck.engine.service.html.PageRequest} comes in, with perhaps a {@link
 * org.facecheck.engine.service.html.PageForm}, and a {@link org.facecheck.engine.service.html.PageAnswer} with {@link
 * org.facecheck.engine.service.html.Html} goes out. No server is known here, and nobody's rights: those are asked for in the room
 * {@code pages}.
 *
 * <p>Escaping, and the headers that keep a page to itself, are here and nowhere else.
 */
@NullMarked
package org.facecheck.engine.service.html;

import org.jspecify.annotations.NullMarked;
