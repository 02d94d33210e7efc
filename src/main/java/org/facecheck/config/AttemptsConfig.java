package org.facecheck.config;

import java.time.Duration;

/**
 * How often somebody may try.
 *
 * @param max attempts in one session within one window
 * @param maxPerPrincipal as one logged-in principal, in whatever session
 * @param maxPerAddress from one client address, in whatever session
 * @param window counted from the first attempt
 */
public record AttemptsConfig(int max, int maxPerPrincipal, int maxPerAddress, Duration window) {}
