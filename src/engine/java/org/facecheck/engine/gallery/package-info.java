/**
 * Who is enrolled, and whose template is near: {@link org.facecheck.engine.gallery.Gallery} holds each {@link
 * org.facecheck.engine.gallery.EnrolledPerson} in memory, and compares exactly, with everybody ({@code search}) or with one
 * claimed person ({@code verify}). {@link org.facecheck.engine.gallery.MatchPolicy} says how near is near enough, and with {@link
 * org.facecheck.engine.gallery.FalseAcceptRates} how many templates a search may be made among.
 *
 * <p>A {@link org.facecheck.engine.gallery.GalleryStore} keeps the people beyond the end of the application, each with the {@link
 * org.facecheck.engine.gallery.Consent} that they are kept by. The one for databases is in the room {@code store}.
 *
 * <p>The text forms of all types here show no key, name or template.
 */
@NullMarked
package org.facecheck.engine.gallery;

import org.jspecify.annotations.NullMarked;
