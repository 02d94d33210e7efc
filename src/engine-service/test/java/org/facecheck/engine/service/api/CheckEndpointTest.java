package org.facecheck.engine.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
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

    private Answer ask(int places, String sent, InputStream body) throws IOException {
        Gallery nobody = new Gallery(MatchPolicy.standard());
        try (EngineFaceMatcher matcher = new EngineFaceMatcher(FaceEngine.open(FetchedPackage.archive()), nobody)) {
            ApiRequest request = new ApiRequest(
                    "POST", "/facelink/api/face-check", name -> null, sent, "multipart/form-data; boundary=b", body);
            return new CheckEndpoint(tokens, matcher, places).check(new V2(), request);
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
