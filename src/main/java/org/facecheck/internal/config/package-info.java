/**
 * The configuration as every other room sees it: immutable records by concern ({@code ServiceConfig}, {@code CaptureConfig},
 * {@code AttemptsConfig}, …) below one {@code FaceCheckConfig}, and the {@code Rule}s that say what is protected.
 *
 * <p>A component of these records bears its {@code ConfigKey}: the key that a deployer writes, the default, and which values
 * are right ({@code ConfigKey.TextForm} for strings). That is all there is to adding a key. How values are found is the matter of
 * room {@code config.source}, how they are checked that of {@code config.reader}; what is wrong comes out as one {@code ConfigurationException}. This room knows no
 * other room.
 */
@NullMarked
package org.facecheck.internal.config;

import org.jspecify.annotations.NullMarked;
