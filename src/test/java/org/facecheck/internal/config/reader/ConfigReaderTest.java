package org.facecheck.internal.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.facecheck.fake.MapSettings;
import org.facecheck.internal.config.AcceptanceConfig;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.PageConfig;
import org.facecheck.internal.config.PageConfig.Notice;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.config.ServiceConfig;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static FaceCheckConfig read(MapSettings settings) throws ConfigurationException {
        return ConfigReader.read(settings);
    }

    private static String complaint(MapSettings settings) {
        ConfigurationException thrown =
                catchThrowableOfType(ConfigurationException.class, () -> ConfigReader.read(settings));
        assertThat(thrown).as("a complaint").isNotNull();
        return thrown.getMessage();
    }

    @Nested
    class With_three_keys {
        @Test
        void the_short_form_makes_one_rule_that_asks_every_half_hour() throws Exception {
            assertThat(read(MapSettings.complete()).rules())
                    .containsExactly(new Rule(
                            new RuleName("protect"),
                            List.of("/payroll/*", "*.jsp"),
                            List.of(),
                            List.of(),
                            Duration.ofMinutes(30),
                            false,
                            null));
        }

        @Test
        void every_question_of_the_acceptance_policy_is_asked() throws Exception {
            assertThat(read(MapSettings.complete()).acceptance())
                    .isEqualTo(new AcceptanceConfig(true, true, true, true, true));
        }

        @Test
        void the_document_number_is_not_among_the_fields_that_are_kept() throws Exception {
            assertThat(read(MapSettings.complete()).identityFields())
                    .contains("fullName", "fullName_local")
                    .doesNotContain("documentNumber");
        }

        @Test
        void the_circuit_opens_after_five_failures_for_half_a_minute() throws Exception {
            ServiceConfig service = read(MapSettings.complete()).service();
            assertThat(service.circuitFailures()).isEqualTo(5);
            assertThat(service.circuitDelay()).isEqualTo(Duration.ofSeconds(30));
        }

        @Test
        void the_service_is_reached_over_tls() throws Exception {
            assertThat(read(MapSettings.complete()).service().baseUrl()).hasToString("https://sdk.faceki.com");
        }
    }

    @Nested
    class Of_the_page {
        @Test
        void nothing_is_fixed_unless_somebody_says_so() throws Exception {
            assertThat(read(MapSettings.complete()).capture().page())
                    .isEqualTo(new PageConfig(
                            null, null, null, null, null, new Notice(null, null, null, null, "Faceki", false)));
        }

        @Test
        void everything_can_be_said() throws Exception {
            assertThat(read(MapSettings.complete()
                                    .with("facecheck.capture.auto", "false")
                                    .with("facecheck.capture.detector", "/js/detector.js")
                                    .with("facecheck.capture.style-sheet", "/css/brand.css")
                                    .with("facecheck.capture.language", "pt-BR")
                                    .with("facecheck.capture.content-security-policy", "default-src 'self'; img-src *")
                                    .with("facecheck.capture.title", "Northwind People")
                                    .with("facecheck.capture.logo", "/img/logo.svg")
                                    .with("facecheck.capture.help-url", "mailto:help@example.org")
                                    .with("facecheck.capture.privacy-url", "https://example.org/privacy?of=faces")
                                    .with("facecheck.capture.processor", "Northwind")
                                    .with("facecheck.capture.consent", "true"))
                            .capture()
                            .page())
                    .isEqualTo(new PageConfig(
                            false,
                            "/js/detector.js",
                            "/css/brand.css",
                            Locale.forLanguageTag("pt-BR"),
                            "default-src 'self'; img-src *",
                            new Notice(
                                    "Northwind People",
                                    "/img/logo.svg",
                                    "mailto:help@example.org",
                                    "https://example.org/privacy?of=faces",
                                    "Northwind",
                                    true)));
        }

        /** A link of another scheme would run in the page's name. */
        @ParameterizedTest
        @ValueSource(
                strings = {"javascript:alert(1)", "data:text/html,x", "help.html", "//example.org", "/a b", "ftp://x"})
        void a_link_leads_to_a_page_or_to_nothing(String link) {
            assertThat(complaint(MapSettings.complete().with("facecheck.capture.help-url", link)))
                    .contains("facecheck.capture.help-url is \"" + link + "\"; write the address of a page");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java:comp/env/facecheck/attempts",
                "java:/attempts",
                "java:jboss/infinispan/cache/facecheck/attempts",
                "payara/Hazelcast"
            })
    void attempts_are_shared_in_what_the_server_has_under_a_name(String name) throws Exception {
        assertThat(read(MapSettings.complete()).attempts().shared()).isEmpty();
        assertThat(read(MapSettings.complete().with("facecheck.attempts.shared", name))
                        .attempts()
                        .shared())
                .contains(name);
    }

    @Nested
    class Of_guard_and_binding {
        @Test
        void without_a_word_the_guard_is_everywhere_and_nothing_is_said_of_binding() throws Exception {
            FaceCheckConfig config = read(MapSettings.complete());

            assertThat(config.narrowsGuard()).isFalse();
            assertThat(config.binding()).isEqualTo(new BindingConfig(null, null));
            assertThat(config.binding().isSaid()).isFalse();
        }

        @Test
        void the_guard_can_be_narrowed() throws Exception {
            FaceCheckConfig config = read(MapSettings.complete().with("facecheck.guard.patterns", "/api/*, *.do"));

            assertThat(config.guardPatterns()).containsExactly("/api/*", "*.do");
            assertThat(config.narrowsGuard()).isTrue();
        }

        @Test
        void a_field_may_have_to_equal_an_attribute_of_the_principal() throws Exception {
            BindingConfig binding = read(MapSettings.complete()
                            .with("facecheck.binding", "documentNumber")
                            .with("facecheck.binding.attribute", "employeeNumber"))
                    .binding();

            assertThat(binding.field()).contains("documentNumber");
            assertThat(binding.attribute()).contains("employeeNumber");
        }

        @Test
        void an_attribute_without_a_field_to_compare_is_a_mistake() {
            MapSettings settings = MapSettings.complete().with("facecheck.binding.attribute", "employeeNumber");

            assertThat(complaint(settings)).contains("facecheck.binding.attribute has nothing to be compared with");
            assertThat(complaint(settings.with("facecheck.binding", "first-use")))
                    .contains("facecheck.binding.attribute has nothing to be compared with");
        }
    }

    @Nested
    class With_the_face_as_the_login {
        private final MapSettings settings = MapSettings.complete()
                .with("facecheck.login", "application")
                .with("facecheck.login.name", "documentNumber");

        @Test
        void the_page_asks_for_the_name_unless_the_deployer_says_otherwise() throws Exception {
            assertThat(read(settings).capture().login().asksUsername()).isTrue();
            assertThat(read(settings.with("facecheck.login.username", "none"))
                            .capture()
                            .login()
                            .asksUsername())
                    .isFalse();
        }

        @Test
        void nobody_is_logged_in_and_asked_for_a_name_without_the_key() throws Exception {
            assertThat(read(MapSettings.complete()).capture().login().isOn()).isFalse();
            assertThat(read(MapSettings.complete()).capture().login().asksUsername())
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "facecheck.login.name, documentNumber",
            "facecheck.login.roles, employee",
            "facecheck.login.username, none",
            "facecheck.login.max-idle, PT5M",
            "facecheck.login.single-session, true"
        })
        void a_key_that_has_no_effect_without_the_first_one_is_a_mistake(String key, String value) {
            assertThat(complaint(MapSettings.complete().with(key, value)))
                    .contains(key + " has no effect without facecheck.login; write facecheck.login=application");
        }

        @Test
        void one_session_a_person_is_a_mistake_where_there_are_several_servers() throws Exception {
            MapSettings cluster = settings.with("facecheck.attempts.shared", "java:comp/env/attempts");

            assertThat(complaint(cluster.with("facecheck.login.single-session", "true")))
                    .contains("facecheck.login.single-session knows the sessions of one server only");
            assertThat(read(cluster.with("facecheck.login.single-session", "false"))
                            .capture()
                            .login()
                            .singleSession())
                    .isFalse();
            assertThat(read(settings.with("facecheck.login.single-session", "true"))
                            .capture()
                            .login()
                            .singleSession())
                    .isTrue();
        }

        @Test
        void a_binding_to_who_is_logged_in_already_is_a_mistake() throws Exception {
            assertThat(complaint(settings.with("facecheck.binding", "documentNumber")))
                    .contains("facecheck.binding compares the face with somebody who is logged in already");
            assertThat(read(settings.with("facecheck.binding", "first-use"))
                            .binding()
                            .isSaid())
                    .isTrue();
        }

        @Test
        void the_containers_login_needs_no_rule_and_has_one_of_its_own_for_the_constraints() throws Exception {
            MapSettings container =
                    settings.with("facecheck.login", "container").without("facecheck.protect");

            assertThat(read(container).capture().login().isOfContainer()).isTrue();
            assertThat(read(container.with("facecheck.max-age", "PT8H")).rules())
                    .containsExactly(new Rule(
                            Rule.CONSTRAINT, List.of(), List.of(), List.of(), Duration.ofHours(8), false, null));
            assertThat(complaint(settings.without("facecheck.protect"))).contains("facecheck.protect is missing");
        }

        @Test
        void no_rule_has_the_name_of_the_constraints_rule() throws Exception {
            MapSettings named = settings.with("facecheck.rule.security-constraint.patterns", "/x/*");

            assertThat(read(named).rules()).hasSize(2);
            assertThat(complaint(named.with("facecheck.login", "container")))
                    .contains("facecheck.rule.security-constraint.patterns names a rule as Facecheck's own is");
        }

        @ParameterizedTest
        @CsvSource({
            "facecheck.login, yes",
            "facecheck.login.name, full name",
            "facecheck.login.roles, **",
            "facecheck.login.username, never",
            "facecheck.login.max-idle, 5"
        })
        void a_wrong_value_is_named_with_what_to_write(String key, String value) {
            assertThat(complaint(settings.with(key, value))).contains(key + " is \"" + value + "\"; write ");
        }
    }

    @Nested
    class With_named_rules {
        private final MapSettings settings = MapSettings.complete()
                .without("facecheck.protect")
                .with("facecheck.max-age", "PT1H")
                .with("facecheck.rule.transfer.patterns", "/transfer")
                .with("facecheck.rule.transfer.servlets", "pay")
                .with("facecheck.rule.transfer.one-time", "true")
                .with("facecheck.rule.admin.patterns", "/admin/*")
                .with("facecheck.rule.admin.exempt", "/admin/login")
                .with("facecheck.rule.admin.title", "Administration")
                .with("facecheck.rule.admin.max-age", "PT5M");

        @Test
        void each_has_its_own_aspects_and_the_general_age_where_it_has_none() throws Exception {
            assertThat(read(settings).rules())
                    .containsExactly(
                            new Rule(
                                    new RuleName("admin"),
                                    List.of("/admin/*"),
                                    List.of(),
                                    List.of("/admin/login"),
                                    Duration.ofMinutes(5),
                                    false,
                                    "Administration"),
                            new Rule(
                                    new RuleName("transfer"),
                                    List.of("/transfer"),
                                    List.of("pay"),
                                    List.of(),
                                    Duration.ofHours(1),
                                    true,
                                    null));
        }

        @Test
        void a_rule_without_patterns_is_a_mistake() {
            assertThat(complaint(settings.with("facecheck.rule.lost.max-age", "PT5M")))
                    .contains("facecheck.rule.lost.patterns is missing");
        }

        @Test
        void the_name_of_the_short_form_is_taken() {
            assertThat(complaint(settings.with("facecheck.rule.protect.patterns", "/x")))
                    .contains("facecheck.rule.protect.patterns");
        }
    }

    @Nested
    class Without_credentials {
        private final MapSettings settings = MapSettings.complete()
                .without("facecheck.service.client-id")
                .without("facecheck.service.client-secret");

        @Test
        void it_is_left_to_the_applications_beans_whether_they_are_needed() throws Exception {
            assertThat(read(settings).service().credentials()).isNull();
        }

        @Test
        void one_without_the_other_is_a_mistake() {
            assertThat(complaint(settings.with("facecheck.service.client-id", "id")))
                    .contains("facecheck.service.client-secret is missing; write the client secret")
                    .doesNotContain("client-id is missing");
            assertThat(complaint(settings.with("facecheck.service.client-secret", "s3cret")))
                    .contains("facecheck.service.client-id is missing; write the client id")
                    .doesNotContain("s3cret");
        }

        @Test
        void attempts_can_not_be_shared() {
            assertThat(complaint(settings.with("facecheck.attempts.shared", "java:jboss/x")))
                    .contains("facecheck.service.client-secret is missing")
                    .contains("facecheck.attempts.shared hashes names with the secret");
        }

        @Test
        void a_secret_may_be_in_a_file_which_is_read_each_time(@TempDir Path directory) throws Exception {
            Path file = Files.writeString(directory.resolve("secret"), "s3cret\n");
            Credentials credentials = read(settings.with("facecheck.service.client-id", "id")
                            .with("facecheck.service.client-secret-file", file.toString()))
                    .service()
                    .credentials();

            assertThat(credentials.secret()).isEqualTo("s3cret");
            Files.writeString(file, "rotated");
            assertThat(credentials.secret()).isEqualTo("rotated");
        }

        @Test
        void a_file_that_is_missing_or_empty_stops_the_deployment(@TempDir Path directory) throws Exception {
            MapSettings inFile = settings.with("facecheck.service.client-id", "id");
            Path missing = directory.resolve("missing");
            Path empty = Files.writeString(directory.resolve("empty"), " \n");

            assertThat(complaint(inFile.with("facecheck.service.client-secret-file", missing.toString())))
                    .contains("facecheck.service.client-secret-file is \"" + missing + "\"; write the absolute path");
            assertThat(complaint(inFile.with("facecheck.service.client-secret-file", empty.toString())))
                    .contains("that is not empty");
            assertThat(complaint(inFile.with("facecheck.service.client-secret-file", "secret.txt")))
                    .contains("the absolute path");
        }

        @Test
        void a_secret_that_is_written_in_place_of_its_file_is_not_repeated() {
            assertThat(complaint(settings.with("facecheck.service.client-id", "id")
                            .with("facecheck.service.client-secret-file", "/s3cret/And+more=")))
                    .contains("facecheck.service.client-secret-file is \"…\"")
                    .doesNotContain("s3cret");
        }

        @Test
        void two_secrets_are_a_mistake(@TempDir Path directory) throws Exception {
            Path file = Files.writeString(directory.resolve("secret"), "s3cret");
            assertThat(complaint(MapSettings.complete().with("facecheck.service.client-secret-file", file.toString())))
                    .contains("facecheck.service.client-secret and facecheck.service.client-secret-file are both set");
        }

        @Test
        void their_text_shows_neither() throws Exception {
            assertThat(read(MapSettings.complete()).service().credentials())
                    .hasToString("Credentials[…]")
                    .isEqualTo(new Credentials("id", "s3cret", null));
        }
    }

    @Nested
    class With_mistakes {
        @Test
        void all_of_them_are_named_at_once() {
            assertThat(complaint(new MapSettings(java.util.Map.of(
                            "facecheck.max-age", "30 minutes",
                            "facecheck.protct", "/x",
                            "facecheck.attempts.max", "none"))))
                    .contains("facecheck.protect is missing")
                    .contains("facecheck.service.client-id is missing")
                    .contains("facecheck.service.client-secret is missing")
                    .contains("facecheck.max-age is \"30 minutes\"; write an ISO 8601 duration")
                    .contains("facecheck.attempts.max is \"none\"; write a whole number")
                    .contains("facecheck.protct is not a key of Facecheck; did you mean facecheck.protect?");
        }

        @Test
        void memory_in_which_no_picture_would_fit_is_one() throws Exception {
            MapSettings settings = MapSettings.complete().with("facecheck.capture.max-bytes", "100000");

            for (String key : List.of("in-flight", "per-address", "per-session")) {
                String name = "facecheck.capture.max-bytes-" + key;
                assertThat(complaint(settings.with(name, "116384")))
                        .contains(name + " is \"116384\"")
                        .contains("write at least 116385");
                assertThat(read(settings.with(name, "116385"))).isNotNull();
            }
        }

        @Test
        void memory_in_which_no_form_would_fit_is_one() throws Exception {
            MapSettings settings = MapSettings.complete().with("facecheck.remember.max-bytes", "100000");

            assertThat(complaint(settings.with("facecheck.remember.max-bytes-in-all", "116383")))
                    .contains("facecheck.remember.max-bytes-in-all is \"116383\"")
                    .contains("write at least 116384");
            assertThat(read(settings.with("facecheck.remember.max-bytes-in-all", "116384"))
                            .sessions()
                            .rememberMaxBytesInAll())
                    .isEqualTo(116_384);
        }

        @Test
        void a_key_unlike_any_other_is_named_too() {
            assertThat(complaint(MapSettings.complete().with("facecheck.something.else.altogether", "1")))
                    .contains("facecheck.something.else.altogether is not a key of Facecheck");
        }

        @Test
        void an_empty_value_is_a_missing_one() {
            assertThat(complaint(MapSettings.complete().with("facecheck.protect", " ")))
                    .contains("facecheck.protect is missing");
        }

        @Test
        void the_secret_is_never_repeated() {
            assertThat(complaint(MapSettings.complete().with("facecheck.max-age", "x")))
                    .doesNotContain("s3cret");
            assertThatThrownBy(() -> read(MapSettings.complete().with("facecheck.max-age", "x")))
                    .hasNoCause();
        }

        @ParameterizedTest
        @CsvSource({
            "facecheck.max-age, PT0S",
            "facecheck.max-age, -PT5M",
            "facecheck.max-age, P9999D",
            "facecheck.service.base-url, http://sdk.faceki.com",
            "facecheck.service.base-url, sdk.faceki.com",
            "facecheck.service.base-url, http://127.0.0.1.evil.example",
            "facecheck.service.dialect, v4",
            "facecheck.service.token-request, soap",
            "facecheck.service.proxy, proxy",
            "facecheck.service.proxy, proxy:port",
            "facecheck.service.timeout, soon",
            "facecheck.service.max-concurrent, 0",
            "facecheck.service.circuit-failures, 0",
            "facecheck.service.circuit-failures, never",
            "facecheck.service.circuit-failures, 1001",
            "facecheck.service.circuit-delay, PT0S",
            "facecheck.service.circuit-delay, 30",
            "facecheck.service.circuit-delay, -PT1S",
            "facecheck.capture.path, facecheck",
            "facecheck.capture.path, /",
            "facecheck.capture.path, /a/../b",
            "facecheck.capture.path, /*",
            "facecheck.capture.view, http://elsewhere/",
            "facecheck.capture.max-bytes, 8MB",
            "facecheck.capture.allow-upload, yes",
            "facecheck.capture.auto, no",
            "facecheck.capture.detector, https://elsewhere/detector.js",
            "facecheck.capture.style-sheet, brand.css",
            "facecheck.capture.language, Français",
            "facecheck.capture.content-security-policy, default-src “self”",
            "facecheck.remember.max-bytes, -1",
            "facecheck.remember.max-bytes-in-all, 0",
            "facecheck.session.idle, never",
            "facecheck.attempts.max, 0",
            "facecheck.attempts.window, 15",
            "facecheck.attempts.shared, ldap://elsewhere/cache",
            "facecheck.attempts.shared, java:comp/env/",
            "facecheck.attempts.shared, //elsewhere/cache",
            "facecheck.accept.liveness, off",
            "facecheck.identity.fields, full name",
            "facecheck.protect, *.tar.gz",
            "facecheck.guard.patterns, api/*",
            "facecheck.binding.attribute, employee number"
        })
        void a_wrong_value_is_named_with_what_to_write(String key, String value) {
            assertThat(complaint(MapSettings.complete().with(key, value)))
                    .contains(key + " is \"" + value + "\"; write ");
        }

        @ParameterizedTest
        @CsvSource({
            "facecheck.service.base-url, https://user:s3cret@sdk.faceki.com, https://…@sdk.faceki.com",
            "facecheck.service.base-url, https://sdk.faceki.com/?clientSecret=s3cret, https://sdk.faceki.com/?…",
            "facecheck.service.proxy, user:s3cret@proxy.intranet:3128, …@proxy.intranet:3128"
        })
        void a_password_in_a_wrong_value_is_not_repeated(String key, String value, String shown) {
            assertThat(complaint(MapSettings.complete().with(key, value)))
                    .contains(key + " is \"" + shown + "\"; write ")
                    .doesNotContain("s3cret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "payroll/*",
                    "/payroll*",
                    "/payroll/**",
                    "/*/payroll",
                    "*",
                    "*.",
                    "/a//b",
                    "/a/../b",
                    "/a/./b",
                    "/a%2fb",
                    "/a;b",
                    "/a?b",
                    "/a#b",
                    "/a b",
                    "/x,,/y",
                    "\\\\x"
                })
        void a_pattern_that_a_container_reads_otherwise_is_refused(String pattern) {
            assertThat(complaint(MapSettings.complete().with("facecheck.protect", pattern)))
                    .contains("facecheck.protect is \"" + pattern + "\"; write URL patterns");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/*", "/payroll/*", "/payroll", "/payroll/", "*.jsp", "/a/b.html", "/überstunden/*", "/.hidden/*"
            })
    void a_pattern_of_web_xml_is_taken(String pattern) throws Exception {
        assertThat(read(MapSettings.complete().with("facecheck.protect", pattern))
                        .rules())
                .singleElement()
                .extracting(Rule::patterns)
                .isEqualTo(List.of(pattern));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/sandbox/, http://127.0.0.1:8080/sandbox",
        "http://localhost:8080, http://localhost:8080",
        "https://sdk.faceki.com/, https://sdk.faceki.com"
    })
    void a_base_url_may_end_in_a_slash_and_be_plain_on_this_machine(String written, String read) throws Exception {
        assertThat(read(MapSettings.complete().with("facecheck.service.base-url", written))
                        .service()
                        .baseUrl())
                .hasToString(read);
    }

    @Test
    void the_text_form_hides_the_credentials() throws Exception {
        assertThat(read(MapSettings.complete()).toString()).doesNotContain("s3cret");
    }

    @Nested
    class An_exemption {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/a/* | /a/*",
                    "/a/*,/a | /a/*",
                    "/a/b,/a/c/* | /a/*",
                    "/a/*,*.pay | /*",
                    "*.pay,/b/x.pay | *.pay",
                    "/a/x,/b | /b,/a/x"
                })
        void of_all_that_is_protected_stops_the_deployment(String protect, String exempt) {
            assertThat(complaint(MapSettings.complete()
                            .with("facecheck.protect", protect)
                            .with("facecheck.exempt", exempt)))
                    .contains("facecheck.exempt takes out all that facecheck.protect says");
        }

        @Test
        void of_all_of_a_named_rule_does_too() {
            assertThat(complaint(MapSettings.complete()
                            .with("facecheck.rule.admin.patterns", "/admin/*")
                            .with("facecheck.rule.admin.exempt", "/*")))
                    .contains("facecheck.rule.admin.exempt takes out all that facecheck.rule.admin.patterns says");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/a/* | /a/b/*",
                    "/a/*,/b | /a/*",
                    "/ab/* | /a/*",
                    "/a/*  | *.css",
                    "/a/b | /a/b/c",
                    "*.pay | /a/*"
                })
        void of_a_part_is_what_it_is_for(String protect, String exempt) throws Exception {
            assertThat(read(MapSettings.complete()
                                    .with("facecheck.protect", protect)
                                    .with("facecheck.exempt", exempt))
                            .rules())
                    .hasSize(1);
        }

        @Test
        void never_takes_out_a_servlet() throws Exception {
            assertThat(read(MapSettings.complete()
                                    .with("facecheck.rule.admin.patterns", "/admin/*")
                                    .with("facecheck.rule.admin.servlets", "admin")
                                    .with("facecheck.rule.admin.exempt", "/admin/*"))
                            .rules())
                    .hasSize(2);
        }

        @Test
        void beside_named_rules_only_is_told_where_it_belongs() {
            assertThat(complaint(MapSettings.complete()
                            .without("facecheck.protect")
                            .with("facecheck.rule.admin.patterns", "/admin/*")
                            .with("facecheck.exempt", "/admin/help")))
                    .contains("facecheck.exempt is for facecheck.protect, which is not there")
                    .contains("facecheck.rule.<name>.exempt");
        }
    }
}
