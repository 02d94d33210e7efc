package org.facecheck.internal.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.Selfie;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.ServiceConfig.Dialect;
import org.facecheck.internal.config.ServiceConfig.TokenRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultFaceMatcherTest {
    private static final Selfie SELFIE = new Selfie(new byte[] {1}, Selfie.Format.JPEG, 1, 1);

    /** Nothing listens at the port, so that every check is trouble. */
    private static DefaultFaceMatcher matcher(@Nullable Credentials credentials) {
        return new DefaultFaceMatcher(
                new ServiceConfig(
                        URI.create("http://127.0.0.1:9"),
                        credentials,
                        Dialect.V2,
                        TokenRequest.QUERY,
                        true,
                        null,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3),
                        1,
                        5,
                        Duration.ofSeconds(30),
                        false),
                Clock.systemUTC());
    }

    private static Cause causeOf(DefaultFaceMatcher matcher) throws Exception {
        FaceMatch match = matcher.match(SELFIE).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(match).isInstanceOf(Trouble.class);
        return ((Trouble) match).cause();
    }

    /** As objects, not as a number: threads of other tests' clients end at any moment. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("facecheck"))
                .collect(Collectors.toSet());
    }

    @Test
    void makes_no_client_and_no_thread_before_it_is_asked() {
        Set<Thread> before = threads();
        try (DefaultFaceMatcher matcher = matcher(new Credentials("id", "s3cret", null))) {
            assertThat(matcher.isMade()).isFalse();
            assertThat(before).containsAll(threads());
        }
    }

    @Test
    void asks_by_a_client_that_it_makes_then() throws Exception {
        try (DefaultFaceMatcher matcher = matcher(new Credentials("id", "s3cret", null))) {
            assertThat(causeOf(matcher)).isEqualTo(Cause.UNAVAILABLE);
            assertThat(matcher.isMade()).isTrue();
        }
    }

    @Test
    void without_credentials_it_is_the_operators_trouble_and_no_client_is_made() throws Exception {
        try (DefaultFaceMatcher matcher = matcher(null)) {
            assertThat(causeOf(matcher)).isEqualTo(Cause.OPERATOR);
            assertThat(matcher.isMade()).isFalse();
        }
    }

    @Test
    void makes_none_once_the_application_is_stopping() throws Exception {
        DefaultFaceMatcher matcher = matcher(new Credentials("id", "s3cret", null));
        matcher.close();
        matcher.close();

        assertThat(causeOf(matcher)).isEqualTo(Cause.UNAVAILABLE);
        assertThat(matcher.isMade()).isFalse();
    }
}
