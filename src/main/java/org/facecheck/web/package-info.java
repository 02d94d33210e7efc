/**
 * The names that may stand in a {@code web.xml}, and nothing else: they stay what they are from version to version. An
 * application that leaves the jar to the server's discovery needs none of them.
 */
@NullMarked
package org.facecheck.web;

import org.jspecify.annotations.NullMarked;
