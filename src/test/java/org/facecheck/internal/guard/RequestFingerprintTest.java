package org.facecheck.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Test;

class RequestFingerprintTest {
    private static final String PATH = "/app/transfer?to=1";
    private static final RequestTarget TARGET = new RequestTarget(PATH);
    private static final String TYPE = "application/x-www-form-urlencoded";

    private static RequestFingerprint form(RequestTarget target, String type, String body) {
        return RequestFingerprint.ofForm(target, type, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_request_without_a_body_has_that_of_its_method_and_target() {
        RequestFingerprint page = RequestFingerprint.ofPage(TARGET);

        assertThat(RequestFingerprint.of(FakeRequest.get(PATH))).contains(page);
        assertThat(RequestFingerprint.of(FakeRequest.get(PATH).body(new byte[0], 0)))
                .contains(page);
        assertThat(RequestFingerprint.of(FakeRequest.get("/app/transfer?to=2")))
                .isPresent()
                .get()
                .isNotEqualTo(page);
        assertThat(RequestFingerprint.of(FakeRequest.of("HEAD", PATH)))
                .isPresent()
                .get()
                .isNotEqualTo(page);
    }

    @Test
    void a_request_with_a_body_or_without_a_target_to_come_back_to_has_none() {
        assertThat(RequestFingerprint.of(FakeRequest.form(PATH, "amount=1"))).isEmpty();
        assertThat(RequestFingerprint.of(FakeRequest.get(PATH).body(new byte[1], 1)))
                .isEmpty();
        assertThat(RequestFingerprint.of(FakeRequest.get(PATH).header("Transfer-Encoding", "chunked")))
                .isEmpty();
        assertThat(RequestFingerprint.of(FakeRequest.get("/app/a//b"))).isEmpty();
    }

    @Test
    void it_is_that_of_what_the_client_sent_in_every_dispatch() {
        FakeRequest forwarded = FakeRequest.get("/app/other")
                .dispatched(DispatcherType.FORWARD)
                .attribute(RequestDispatcher.FORWARD_REQUEST_URI, "/app/transfer")
                .attribute(RequestDispatcher.FORWARD_QUERY_STRING, "to=1");

        assertThat(RequestFingerprint.of(forwarded)).contains(RequestFingerprint.ofPage(TARGET));
    }

    @Test
    void a_request_that_stands_for_another_one_has_that_ones() {
        RequestFingerprint form = form(TARGET, TYPE, "amount=1");
        FakeRequest back = FakeRequest.get(PATH);
        form.bindTo(back);

        assertThat(RequestFingerprint.of(back)).contains(form);
    }

    /** Each differs from the first in one respect, or moves what belongs to one part into the next one. */
    @Test
    void no_two_requests_have_the_same() {
        assertThat(List.of(
                        form(TARGET, TYPE, "amount=1"),
                        form(TARGET, TYPE, "amount=1000000"),
                        form(TARGET, TYPE, ""),
                        form(TARGET, TYPE + ";charset=UTF-8", "amount=1"),
                        form(TARGET, "", TYPE + "\namount=1"),
                        form(new RequestTarget("/app/transfer"), TYPE, "amount=1"),
                        form(new RequestTarget("/app/transfer?to=1&amount=1"), TYPE, ""),
                        RequestFingerprint.ofPage(TARGET),
                        RequestFingerprint.of(FakeRequest.of("POST", PATH)).orElseThrow()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothing_of_a_request_can_be_read_from_it() {
        RequestFingerprint form = form(TARGET, TYPE, "pin=4711");

        assertThat(form.text()).hasSize(43).doesNotContain("4711", "transfer");
        assertThat(form).hasToString("RequestFingerprint");
    }
}
