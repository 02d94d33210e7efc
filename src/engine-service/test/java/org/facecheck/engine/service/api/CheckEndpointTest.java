package org.facecheck.engine.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.SecretHash;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.dialect.Answer;
import org.facecheck.engine.service.dialect.V2;
import org.facecheck.engine.weights.FetchedPackage;
import org.junit.jupiter.api.Test;

class CheckEndpointTest {
    private final Tokens tokens = new Tokens(Clock.systemUTC());
    private final String token = tokens.issue(new Client("intranet", SecretHash.of("s"), Right.CHECK));

    /** How much of a body of zeros was read. */
    private static final class Counted extends InputStream {
        private int count;

        @Override
        public int read() {
            count++;
            return 0;
        }
    }

    private static EngineFaceMatcher matcher() throws IOException {
        return new EngineFaceMatcher(FaceEngine.open(FetchedPackage.archive()), new Gallery(MatchPolicy.standard()));
    }

    private static ApiRequest request(String sent, InputStream body) {
        return new ApiRequest(
                "POST", "/facelink/api/face-check", name -> null, sent, "multipart/form-data; boundary=b", body);
    }

    private Answer ask(int places, String sent, InputStream body) throws IOException {
        try (EngineFaceMatcher matcher = matcher()) {
            return new CheckEndpoint(tokens, matcher, places).check(new V2(), request(sent, body));
        }
    }

    /** A body that says when it is asked for, and ends when it is told to. */
    private static final class Held extends InputStream {
        private final CountDownLatch asked;
        private final CountDownLatch end;

        private Held(CountDownLatch asked, CountDownLatch end) {
            this.asked = asked;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            asked.countDown();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return -1;
        }
    }

    @Test
    void so_many_bodies_may_be_on_their_way_as_threads_are_meant_for() throws Exception {
        CountDownLatch asked = new CountDownLatch(CheckEndpoint.ARRIVING_FOR_EACH);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(CheckEndpoint.ARRIVING_FOR_EACH);
        try (EngineFaceMatcher matcher = matcher()) {
            CheckEndpoint endpoint = new CheckEndpoint(tokens, matcher, 1);
            List<Future<Answer>> slow = new ArrayList<>();
            for (int i = 0; i < CheckEndpoint.ARRIVING_FOR_EACH; i++) {
                slow.add(clients.submit(
                        () -> endpoint.check(new V2(), request("Bearer " + token, new Held(asked, end)))));
            }
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            Counted body = new Counted();

            assertThat(endpoint.check(new V2(), request("Bearer " + token, body))
                            .status())
                    .isEqualTo(503);
            assertThat(body.count).isZero();
            end.countDown();
            for (Future<Answer> one : slow) {
                one.get();
            }
            assertThat(endpoint.check(new V2(), request("Bearer " + token, InputStream.nullInputStream()))
                            .status())
                    .isEqualTo(200);
        } finally {
            end.countDown();
            clients.shutdownNow();
        }
    }

    @Test
    void a_check_too_many_is_told_to_come_later_before_anything_of_it_is_read() throws IOException {
        Counted body = new Counted();

        Answer answer = ask(0, "Bearer " + token, body);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(body.count).isZero();
    }

    @Test
    void who_has_no_token_is_told_so_before_anything_is_read() throws IOException {
        Counted body = new Counted();

        assertThat(ask(1, "Basic " + token, body).status()).isEqualTo(401);
        assertThat(ask(1, "Bearer", body).status()).isEqualTo(401);
        assertThat(body.count).isZero();
    }

    @Test
    void a_body_without_end_is_read_to_a_limit() throws IOException {
        Counted body = new Counted();

        assertThat(ask(1, "bearer " + token, body).status()).isEqualTo(413);
        assertThat(body.count).isEqualTo((10 << 20) + 1);
    }
}
