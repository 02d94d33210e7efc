package org.facecheck.internal.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facecheck.KycIdentity;
import org.facecheck.fake.Choices;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that is kept comes back to the byte, and means the same however often it is read. */
class UrlEncodedFormFuzz {
    private static final String TARGET = "/app/secure/form";
    private static final int MAX = 200;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    @MethodSource("org.facecheck.fake.Choices#seeds")
    @FuzzTest
    void a_form_comes_back_as_it_was_sent(byte[] bytes) throws IOException {
        Choices data = new Choices(bytes);
        String type = "application/x-www-form-urlencoded" + data.text(40);
        int announced = data.number(MAX + 10) - 1;
        byte[] body = data.rest();
        FakeRequest post =
                FakeRequest.of("POST", TARGET).header("Content-Type", type).body(body, announced);

        Optional<Form> kept = new FormBodyReader(MAX).read(post);

        assertThat(kept.isPresent()).isEqualTo(body.length <= MAX && (announced < 0 || announced == body.length));
        kept.ifPresent(form -> assertThat(bytes(form, post)).isEqualTo(body));
        kept.ifPresent(form -> readParameters(form, post));
        for (FormReading reading : FormReading.values()) {
            CHARSETS.forEach(charset -> readTwice(body, reading, charset));
        }
    }

    private static HttpServletRequest resumed(Form form, FakeRequest post) {
        FaceCheckSession session = FaceCheckSession.of(post);
        session.requests().saveRequest(Interrupted.form(TARGET, "protect", form));
        session.grant(new KycIdentity("card", Map.of()), 0);
        HttpServletRequest resumed =
                ResumedRequest.of(FakeRequest.get(TARGET).with(post.getSession()), new FakeResponse());
        assertThat(resumed.getContentType()).isEqualTo(form.contentType());
        return resumed;
    }

    /** What of the form reaches an application that asks for no parameter. */
    private static byte[] bytes(Form form, FakeRequest post) {
        try {
            return resumed(form, post).getInputStream().readAllBytes();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** In whichever way they are asked for. */
    private static void readParameters(Form form, FakeRequest post) {
        HttpServletRequest resumed = resumed(form, post);
        resumed.getParameterMap().forEach((name, values) -> {
            assertThat(resumed.getParameter(name)).isEqualTo(values[0]);
            assertThat(resumed.getParameterValues(name)).isEqualTo(values);
        });
    }

    private static void readTwice(byte[] body, FormReading reading, Charset charset) {
        Map<String, List<String>> once = new UrlEncodedForm(reading, Optional.of(charset)).parse(body);
        String written = once.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encoded(one.getKey()) + '=' + encoded(value)))
                .collect(Collectors.joining("&"));
        assertThat(new UrlEncodedForm(reading, Optional.of(StandardCharsets.UTF_8))
                        .parse(written.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(once);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
