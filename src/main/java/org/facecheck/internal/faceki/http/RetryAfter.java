package org.facecheck.internal.faceki.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3): a number of seconds, or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** How long to wait from now on, zero where the date has passed; {@code null} where nothing that can be read is said. */
    static @Nullable Duration of(HttpHeaders headers, Instant now) {
        String text = headers.firstValue("Retry-After").orElse("");
        return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            Duration wait = Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
