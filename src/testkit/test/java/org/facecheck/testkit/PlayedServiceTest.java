package org.facecheck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayedServiceTest {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final PlayedServiceExtension FACES = new PlayedServiceExtension();

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(FACES.service().baseUrl() + path));
    }

    private static String token() throws Exception {
        Matcher found = TOKEN.matcher(send(at("/auth/api/access-token?clientId=" + PlayedService.CLIENT_ID
                        + "&clientSecret=" + PlayedService.CLIENT_SECRET))
                .body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> check(String path, String part, byte[] picture, String token) throws Exception {
        return send(at(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=b0undary")
                .POST(BodyPublishers.ofByteArrays(List.of(
                        ("--b0undary\r\nContent-Disposition: form-data; name=\"" + part
                                        + "\"; filename=\"selfie.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8),
                        picture,
                        "\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8)))));
    }

    private static HttpResponse<String> check(byte[] picture) throws Exception {
        return check("/facelink/api/face-check", "selfie_image", picture, token());
    }

    @ParameterizedTest
    @CsvSource({"amina, Amina Haddad", "wei, Wei Zhang", "joerg, Jörg Müller"})
    void a_portrait_is_that_persons_selfie(String person, String name) throws Exception {
        assertThat(check(FACES.service().portrait(person)).body()).contains(name);
    }

    @Test
    void with_match_any_picture_will_do_so_that_nobody_needs_a_camera() throws Exception {
        assertThat(check(new byte[1000]).body()).contains("8006");

        FACES.service().answer("match");

        assertThat(check(new byte[1000]).body()).contains("Amina Haddad");
        assertThat(check(new byte[1000]).body()).contains("Amina Haddad");
    }

    @Test
    void what_is_answered_once_is_answered_once_and_checks_are_counted() throws Exception {
        FACES.service().answerOnce("two-faces");
        byte[] amina = FACES.service().portrait("amina");

        assertThat(check(amina).body()).contains("8018");
        assertThat(check(amina).body()).contains("Amina Haddad");
        assertThat(FACES.service().checks()).isEqualTo(2);
    }

    @Test
    void after_a_reset_a_token_that_was_given_before_is_good_and_one_check_is_one() throws Exception {
        String token = token();
        FACES.service().answer("no-match");

        FACES.service().reset();

        byte[] amina = FACES.service().portrait("amina");
        assertThat(check("/facelink/api/face-check", "selfie_image", amina, token)
                        .body())
                .contains("Amina Haddad");
        assertThat(FACES.service().checks()).isEqualTo(1);
    }

    @Test
    void a_connection_may_end_in_the_middle() {
        FACES.service().answer("cut-connection");

        assertThatThrownBy(() -> check(FACES.service().portrait("amina"))).isInstanceOf(IOException.class);
    }

    @Test
    void a_wrong_word_is_answered_with_all_right_ones() {
        assertThatThrownBy(() -> FACES.service().answer("three-faces"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no answer \"three-faces\"")
                .hasMessageContaining("two-faces, ");
    }

    @Test
    void both_forms_of_token_call_and_check_are_there() throws Exception {
        Matcher token = TOKEN.matcher(send(at("/auth/api/generate-token")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"clientId\":\"" + PlayedService.CLIENT_ID
                                + "\",\"clientSecret\":\"" + PlayedService.CLIENT_SECRET + "\"}")))
                .body());
        assertThat(token.find()).isTrue();

        assertThat(check(
                                "/api/v3/kyc_verification/search-by-face",
                                "selfie",
                                FACES.service().portrait("wei"),
                                token.group(1))
                        .body())
                .contains("Wei");
    }

    @Test
    void wrong_credentials_get_no_token() throws Exception {
        assertThat(send(at("/auth/api/access-token?clientId=" + PlayedService.CLIENT_ID + "&clientSecret=wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_taken_port_is_said() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PlayedService.start(taken.getLocalPort()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void the_program_says_what_to_configure_and_refuses_unknown_options() {
        try (PlayedService service = PlayedServiceProgram.started("--answer=match")) {
            assertThat(service.settings()).containsEntry("facecheck.service.client-id", PlayedService.CLIENT_ID);
        }
        assertThatThrownBy(() -> PlayedServiceProgram.started("--prot=1")).hasMessageContaining("--prot=1");
    }
}
