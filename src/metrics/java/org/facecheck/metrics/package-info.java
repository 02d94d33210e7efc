/**
 * The figures of an application, and its readiness, for servers that publish them: MicroProfile Metrics, Micrometer, OpenTelemetry,
 * MicroProfile Health. A jar of its own beside Facecheck's, without a key; it brings no API along, and where the server has none of
 * them it does nothing.
 *
 * <ol>
 *   <li>{@code MetricsExtension} gives CDI the bean {@code Figures}, and {@code FaceCheckReadiness} where Health is.
 *   <li>{@code MetricsListener} tells {@code Figures} which application it is in, and has each {@code Publisher} publish the {@code
 *       Meter}s whose API is there.
 *   <li>{@code OpenTelemetryTracing} follows each call of the matcher with a span; Facecheck asks CDI for it.
 *   <li>A meter reads the application's {@code FaceCheckMXBean} whenever the server asks for it; nothing is counted here.
 * </ol>
 */
@NullMarked
package org.facecheck.metrics;

import org.jspecify.annotations.NullMarked;
