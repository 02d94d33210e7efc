/**
 * How the application and Facecheck meet beyond HTTP. {@code ApplicationBeans} finds the application's CDI beans that take the place
 * of a default, and tells its observers. {@code FaceCheckExtension} (CDI) and {@code FaceCheckElResolver} (JSP without CDI) show the
 * application the verified identity, and to its pages a {@code FaceCheckElVariable} by the name {@code facecheck}.
 */
@NullMarked
package org.facecheck.internal.application;

import org.jspecify.annotations.NullMarked;
