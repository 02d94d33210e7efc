package org.facecheck.config;

import java.time.Duration;

/**
 * How often somebody may try.
 *
 * @param max attempts within one window
 * @param window counted from the first attempt
 */
public record AttemptsConfig(int max, Duration window) {}
