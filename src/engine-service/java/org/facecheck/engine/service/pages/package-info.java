/**
 * The operator's pages: enrol, delete, import. They are written on the server and need no script; one gives the camera to the form.
 *
 * <p>{@link org.facecheck.engine.service.pages.OperatorPages} gives each {@link org.facecheck.engine.service.pages.PageRequest} to its
 * page. Without an {@link org.facecheck.engine.service.pages.OperatorSession} there is the {@code LoginPage} and nothing else, and
 * nothing is done without the token of that session's own forms. All text goes through {@code Html}, which escapes it.
 */
@NullMarked
package org.facecheck.engine.service.pages;

import org.jspecify.annotations.NullMarked;
