package org.facecheck.internal.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facecheck.fake.FakeConfig;
import org.facecheck.fake.FakeConfig.Source;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.reader.ConfigReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Environment variables mean the same, whatever list of names an implementation of MicroProfile Config makes of them. */
class ApplicationSettingsTest {

    /** How the names of variables are listed. */
    enum Listing {
        /** As Payara does. */
        AS_THEY_ARE,
        /** As WildFly does: with a guess at each key beside the variable. */
        WITH_KEYS_THAT_ARE_GUESSED,
        /** Which MicroProfile Config allows. */
        NONE;

        Source of(Map<String, String> environment) {
            Set<String> names = new HashSet<>();
            if (this != NONE) {
                names.addAll(environment.keySet());
            }
            if (this == WITH_KEYS_THAT_ARE_GUESSED) {
                environment
                        .keySet()
                        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)
                                .replace("__", ".\"")
                                .replace('_', '.')));
            }
            return new Source(
                    names,
                    key -> Stream.of(
                                    key,
                                    key.replaceAll("[^A-Za-z0-9]", "_"),
                                    key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                            .map(environment::get)
                            .filter(value -> value != null)
                            .findFirst()
                            .orElse(null));
        }
    }

    private final Map<String, String> environment = new TreeMap<>(
            Map.of("FACECHECK_SERVICE_CLIENT_ID", "id", "FACECHECK_SERVICE_CLIENT_SECRET", "s3cret", "PATH", "/bin"));
    private final Map<String, String> application = new HashMap<>();
    private final Map<String, String> systemProperties = new HashMap<>();

    private Settings settings(Listing listing) {
        return new ApplicationSettings(
                new FakeConfig(List.of(Source.of(systemProperties), listing.of(environment), Source.of(application))),
                environment,
                application);
    }

    private FaceCheckConfig read(Listing listing) throws ConfigurationException {
        return ConfigReader.read(settings(listing));
    }

    private String complaint(Listing listing) {
        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, () -> read(listing));
        assertThat(thrown).as("a complaint").isNotNull();
        return thrown.getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void every_key_can_be_set_by_its_variable(Listing listing) {
        for (Key key : Key.all()) {
            environment.put(VariableName.normal(key.text()), "of " + key.text());
        }

        Settings settings = settings(listing);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.foreign()).isEmpty();
        assertThat(settings.names())
                .containsExactlyInAnyOrderElementsOf(
                        Key.all().stream().map(Key::text).toList());
        assertThat(Key.all())
                .allSatisfy(key -> assertThat(settings.value(key.text())).contains("of " + key.text()));
    }

    @ParameterizedTest
    @EnumSource
    void every_aspect_of_a_rule_can_be_set_by_its_variable(Listing listing) throws Exception {
        environment.put("FACECHECK_RULE_ADMIN_PATTERNS", "/admin/*");
        environment.put("FACECHECK_RULE_ADMIN_SERVLETS", "AdminServlet");
        environment.put("FACECHECK_RULE_ADMIN_EXEMPT", "/admin/help");
        environment.put("FACECHECK_RULE_ADMIN_MAX_AGE", "PT1M");
        environment.put("FACECHECK_RULE_ADMIN_ONE_TIME", "true");

        assertThat(read(listing).rules())
                .singleElement()
                .hasToString("admin: /admin/*, servlets AdminServlet except /admin/help, a check for each request,"
                        + " at most PT1M after the check");
    }

    @ParameterizedTest
    @CsvSource({
        "prod,      _PROD_FACECHECK_RULE_ADMIN_PATTERNS",
        "prod,      _prod_facecheck_rule_admin_patterns",
        "my-site,   _MY_SITE_FACECHECK_RULE_ADMIN_PATTERNS",
        "'a, prod', _PROD_FACECHECK_RULE_ADMIN_PATTERNS"
    })
    void a_rule_that_only_a_variable_of_the_active_profile_names_protects(String profile, String variable)
            throws Exception {
        systemProperties.put("mp.config.profile", profile);
        environment.put(variable, "/admin/*");

        for (Listing listing : Listing.values()) {
            assertThat(read(listing).rules())
                    .as(listing.name())
                    .singleElement()
                    .hasToString("admin: /admin/*, at most PT30M after the check");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_variable_of_a_profile_that_is_not_active_says_nothing(Listing listing) {
        systemProperties.put("mp.config.profile", "test");
        environment.put("_PROD_FACECHECK_RULE_ADMIN_PATTERNS", "/admin/*");

        assertThat(complaint(listing)).contains("facecheck.protect is missing");
    }

    @ParameterizedTest
    @EnumSource
    void a_variable_of_the_active_profile_that_is_mistyped_is_no_rule_in_silence(Listing listing) {
        systemProperties.put("mp.config.profile", "prod");
        environment.put("FACECHECK_PROTECT", "/payroll/*");
        environment.put("_PROD_FACECHECK_RULE_ADMIN_PATERNS", "/admin/*");

        assertThat(complaint(listing)).contains("FACECHECK_RULE_ADMIN_PATERNS is no variable of a rule");
    }

    @ParameterizedTest
    @CsvSource({
        "FACECHECK_RULE_ADMIN_PATTERNS,     admin",
        "FACECHECK_RULE_PAY_ROLL_PATTERNS,  pay_roll",
        "FACECHECK_RULE_A__B_PATTERNS,      a__b",
        "FACECHECK_RULE_MAX_AGE_PATTERNS,   max_age",
        "FACECHECK_RULE_PATTERNS_PATTERNS,  patterns",
        "facecheck_rule_payRoll_patterns,   payRoll",
        "facecheck.rule.pay-Roll.patterns,  pay-Roll"
    })
    void a_variable_that_alone_names_a_rule_gives_it_this_name(String variable, String rule) throws Exception {
        environment.put(variable, "/x/*");

        for (Listing listing : Listing.values()) {
            assertThat(read(listing).rules()).as(listing.name()).singleElement().satisfies(one -> {
                assertThat(one.name().text()).isEqualTo(rule);
                assertThat(one.patterns()).containsExactly("/x/*");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_that_has_a_name_elsewhere_keeps_it(Listing listing) throws Exception {
        application.put("facecheck.rule.pay-Roll.patterns", "/payroll/*");
        environment.put("FACECHECK_RULE_PAY_ROLL_MAX_AGE", "PT1M");
        environment.put("facecheck_rule_payDay_patterns", "/pay-day/*");
        environment.put("FACECHECK_RULE_PAYDAY_MAX_AGE", "PT2M");

        assertThat(read(listing).rules())
                .extracting(rule -> rule.name().text(), Rule::maxAge)
                .containsExactly(tuple("pay-Roll", Duration.ofMinutes(1)), tuple("payDay", Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @EnumSource
    void a_variable_that_may_mean_two_rules_stops_the_deployment(Listing listing) {
        application.put("facecheck.rule.pay-roll.patterns", "/payroll/*");
        application.put("facecheck.rule.pay_roll.patterns", "/pay/*");
        environment.put("FACECHECK_RULE_PAY_ROLL_PATTERNS", "/x/*");

        assertThat(complaint(listing))
                .contains("FACECHECK_RULE_PAY_ROLL_PATTERNS may mean any of facecheck.rule.pay-roll.patterns,"
                        + " facecheck.rule.pay_roll.patterns; give the rules names");
    }

    @ParameterizedTest
    @EnumSource
    void two_variables_for_one_key_stop_it_unless_they_agree(Listing listing) throws Exception {
        environment.put("FACECHECK_PROTECT", "/a/*");
        environment.put("facecheck_protect", "/a/*");
        assertThat(read(listing).rules()).hasSize(1);

        environment.put("facecheck_protect", "/b/*");

        assertThat(complaint(listing))
                .contains("FACECHECK_PROTECT and facecheck_protect both mean facecheck.protect, and differ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FACECHECK_RULE_ADMIN_PATERNS",
                "FACECHECK_RULE_ADMIN",
                "FACECHECK_RULE_PATTERNS",
                "FACECHECK_RULE__PATTERNS",
                "FACECHECK_RULE_ADMIN_PATTERNS_",
                "FACECHECK_RULE_ÄMTER_PATTERNS",
                "FACECHECK_RULE_ADMIN_SERVICE_HOST",
                "FACECHECK_RULE_PORT_80_TCP",
                "Facecheck_Rule_Admin_Patterns",
                "facecheck-rule-admin-patterns",
                "FACECHECK_RULE_admin_PATTERNS",
                "FACECHECK.RULE.ADMIN.PATTERNS"
            })
    void a_rules_variable_that_cannot_be_understood_stops_it(String variable) {
        application.put("facecheck.protect", "/other/*");
        environment.put(variable, "/admin/*");

        for (Listing listing : Listing.values()) {
            assertThat(complaint(listing))
                    .contains(
                            variable + " is no variable of a rule; write FACECHECK_RULE_, the rule's name, and then one"
                                    + " of _PATTERNS, _SERVLETS, _EXEMPT, _MAX_AGE, _ONE_TIME, _TITLE.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FACECHECK_MAX_AEG   | is no variable of Facecheck; did you mean FACECHECK_MAX_AGE?",
                "FACECHECK_PROTECTED | is no variable of Facecheck; did you mean FACECHECK_PROTECT?",
                "FACECHECK_HOME_PAGE | is no variable of Facecheck; remove or rename it",
                "Facecheck_Max_Age   | is not how facecheck.max-age is written as a variable; write FACECHECK_MAX_AGE.",
                "facecheck-max-age   | is not how facecheck.max-age is written as a variable; write FACECHECK_MAX_AGE.",
                "Facecheck.max-age   | is no key, since keys begin with small letters; write facecheck.max-age.",
                "Facecheck.rule.a.patterns | is no key of Facecheck, since keys begin with \"facecheck.\" in small letters.",
                "facecheck.max.age   | is not a key of Facecheck; did you mean facecheck.max-age?"
            })
    void any_other_that_is_mistyped_stops_it_as_a_mistyped_key_does(String variable, String complaint) {
        application.put("facecheck.protect", "/other/*");
        environment.put(variable, "PT1M");

        for (Listing listing : Listing.values()) {
            assertThat(complaint(listing)).as(listing.name()).contains(variable + " " + complaint);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FACECHECK_SERVICE_HOST",
                "FACECHECK_SERVICE_PORT",
                "FACECHECK_SERVICE_PORT_HTTP",
                "FACECHECK_PORT",
                "FACECHECK_PORT_80_TCP",
                "FACECHECK_PORT_80_TCP_PROTO",
                "FACECHECK_PORT_53_UDP_ADDR",
                "FACECHECK_DESK_SERVICE_HOST",
                "FACECHECK_DESK_PORT_80_TCP_PORT"
            })
    void those_of_a_service_called_facecheck_stop_nothing(String variable) throws Exception {
        application.put("facecheck.protect", "/other/*");
        environment.put(variable, "10.0.0.1");

        for (Listing listing : Listing.values()) {
            assertThat(read(listing).rules()).hasSize(1);
            assertThat(settings(listing).foreign()).containsExactly(variable);
        }
    }

    @Test
    void no_keys_variable_looks_like_one_of_a_service() {
        assertThat(Key.all())
                .noneMatch(key -> new VariableName(VariableName.normal(key.text())).isServiceLink())
                .noneMatch(key -> new VariableName(VariableName.normal(key.text())).isOfRule());
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_somebody_has_mistyped_is_found_although_a_variable_resembles_it(Listing listing) {
        application.put("facecheck.protect", "/other/*");
        environment.put("FACECHECK_MAX_AGE", "PT5M");
        systemProperties.put("facecheck.max.age", "PT1M");

        assertThat(complaint(listing)).contains("facecheck.max.age is not a key of Facecheck");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_spelled_as_a_variable_elsewhere_is_read_all_the_same(Listing listing) throws Exception {
        application.put("FACECHECK_RULE_ADMIN_PATTERNS", "/admin/*");
        systemProperties.put("FACECHECK_MAX_AGE", "PT1M");

        assertThat(read(listing).rules()).singleElement().hasToString("admin: /admin/*, at most PT1M after the check");
    }

    @ParameterizedTest
    @EnumSource
    void a_blank_variable_leaves_the_word_to_the_next_source(Listing listing) throws Exception {
        environment.put("FACECHECK_MAX_AGE", " ");
        environment.put("FACECHECK_PROTECT", "");
        application.put("facecheck.max-age", "PT5M");
        application.put("facecheck.protect", "/other/*");

        assertThat(read(listing).rules())
                .singleElement()
                .hasToString("protect: /other/*, at most PT5M after the check");
    }

    @ParameterizedTest
    @EnumSource
    void a_variable_counts_more_than_the_file_and_less_than_a_system_property(Listing listing) {
        environment.put("FACECHECK_MAX_AGE", "PT1M");
        application.put("facecheck.max-age", "PT2M");
        assertThat(settings(listing).value("facecheck.max-age")).contains("PT1M");

        systemProperties.put("facecheck.max-age", "PT3M");

        assertThat(settings(listing).value("facecheck.max-age")).contains("PT3M");
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_of_the_active_profile_is_found_and_one_of_another_profile_is_not(Listing listing) throws Exception {
        application.put("%prod.facecheck.rule.admin.patterns", "/admin/*");
        application.put("%test.facecheck.rule.tests.patterns", "/tests/*");
        application.put("facecheck.rule.admin.patterns", "/admin/*");
        Map<String, String> listed = new HashMap<>(application);
        listed.remove("facecheck.rule.admin.patterns");
        Settings settings = new ApplicationSettings(
                new FakeConfig(List.of(new Source(listed.keySet(), application::get), listing.of(environment))),
                environment,
                Map.of());

        assertThat(ConfigReader.read(settings).rules())
                .singleElement()
                .hasToString("admin: /admin/*, at most PT30M after the check");
    }

    /** Payara, after another application's deployment has failed. */
    private Settings withoutTheApplicationsFile(String secret) {
        return new ApplicationSettings(
                new FakeConfig(List.of(Source.of(systemProperties))),
                Map.of(),
                Map.of("facecheck.service.client-secret", secret));
    }

    @Test
    void what_the_file_names_is_asked_of_the_server_though_the_server_does_not_give_out_the_file() {
        systemProperties.put("vault.secret", "s3$ret\\1");

        assertThat(withoutTheApplicationsFile("${vault.secret}").value("facecheck.service.client-secret"))
                .contains("s3$ret\\1");
        assertThat(withoutTheApplicationsFile("a-${vault.secret}-${none:b}").value("facecheck.service.client-secret"))
                .contains("a-s3$ret\\1-b");
    }

    @Test
    void an_expression_that_nothing_knows_is_no_value() {
        assertThat(withoutTheApplicationsFile("${vault.secret}").value("facecheck.service.client-secret"))
                .isEmpty();
    }

    @Test
    void an_expression_that_nothing_knows_is_a_complaint_and_never_a_rule_less() {
        systemProperties.put("facecheck.rule.admin.patterns", "/admin/*");
        systemProperties.put("facecheck.service.client-id", "id");
        Settings settings = new ApplicationSettings(
                new FakeConfig(List.of(Source.of(systemProperties))),
                Map.of(),
                Map.of("facecheck.protect", "${paths}", "facecheck.service.client-secret", "half-${vault.secret}"));

        assertThatThrownBy(() -> ConfigReader.read(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("facecheck.protect stands for ${paths}")
                .hasMessageContaining("facecheck.service.client-secret stands for ${vault.secret}")
                .hasMessageNotContaining("half-");
    }

    @Test
    void no_complaint_shows_a_secret() {
        environment.put("facecheck_service_client_secret", "0ther");

        assertThat(complaint(Listing.AS_THEY_ARE))
                .contains("facecheck_service_client_secret both mean")
                .doesNotContain("s3cret", "0ther");
    }
}
