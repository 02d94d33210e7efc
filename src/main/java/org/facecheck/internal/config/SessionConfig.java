package org.facecheck.internal.config;

import java.time.Duration;

/**
 * What sessions may cost.
 *
 * @param idle how long a session that Facecheck has begun may be idle before a pass
 * @param rememberMaxBytesInAll how much all sessions may remember together, in bytes
 */
public record SessionConfig(
        @ConfigKey(value = "facecheck.session.idle", fallback = "PT10M")
        Duration idle,

        @ConfigKey(value = REMEMBER_MAX_BYTES_IN_ALL_KEY, fallback = "33554432")
        int rememberMaxBytesInAll) {

    /** The key of the memory for all remembered requests. */
    public static final String REMEMBER_MAX_BYTES_IN_ALL_KEY = "facecheck.remember.max-bytes-in-all";

    /** What remembering anything takes beside a form. */
    public static final int REMEMBERED_BYTES = 16_384;
}
