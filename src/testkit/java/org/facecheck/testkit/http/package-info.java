/** The played service's HTTP: {@code ApiServer} takes calls to the sandbox, {@code FileParts} and {@code QueryParameters} read them. */
@NullMarked
package org.facecheck.testkit.http;

import org.jspecify.annotations.NullMarked;
