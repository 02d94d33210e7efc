package org.facecheck.internal.config;

import java.time.Duration;

/**
 * What sessions may cost.
 *
 * @param idle how long a session that Facecheck has begun may be idle before a pass
 * @param rememberMaxBytesInAll how much all sessions may remember together, in bytes
 */
public record SessionConfig(Duration idle, int rememberMaxBytesInAll) {

    /** What remembering anything takes beside a form. */
    public static final int REMEMBERED_BYTES = 16_384;
}
