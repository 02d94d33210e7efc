package org.facecheck.internal.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.fake.Choices;
import org.facecheck.fake.MapSettings;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.config.source.Key;
import org.facecheck.internal.config.source.RuleKey;
import org.junit.jupiter.params.provider.MethodSource;

/** A configuration is valid, or it is refused for reasons that name no secret. */
class ConfigReaderFuzz {
    private static final String SECRET = "a-s3cret-in-a-configuration";
    private static final String SECRET_KEY = "facecheck.service.client-secret";
    private static final List<String> KEYS = keys();

    /** By which a rule is drawn, or a value that is right somewhere. */
    private static final List<String> VALUES = List.of(
            "true",
            "PT1S",
            "PT0S",
            "1",
            "100000",
            "/secure/*",
            "*.x",
            "/*",
            "/",
            "fr",
            "first-use",
            "v3",
            "last",
            "https://service.example/x",
            "http://127.0.0.1:1",
            "proxy:1",
            "",
            " ");

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(Key.all().stream().map(Key::text).toList());
        for (Key aspect : RuleKey.aspects()) {
            keys.add(new RuleKey(new RuleName("one"), aspect.text()).text());
            keys.add(new RuleKey(Rule.SHORT_FORM, aspect.text()).text());
        }
        return keys;
    }

    @MethodSource("org.facecheck.fake.Choices#seeds")
    @FuzzTest
    void it_is_valid_or_refused_with_reasons(byte[] bytes) {
        Choices data = new Choices(bytes);
        MapSettings settings = MapSettings.complete().with(SECRET_KEY, SECRET);
        while (data.remain()) {
            String key = data.number(16) == 0 ? Key.PREFIX + data.text(20) : data.of(KEYS);
            String value = data.yes() ? data.of(VALUES) : data.text(30);
            settings = key.equals(SECRET_KEY) ? settings : settings.with(key, value);
        }
        try {
            FaceCheckConfig config = ConfigReader.read(settings);
            assertValid(config);
            assertThat(config.toString()).doesNotContain(SECRET);
        } catch (ConfigurationException refused) {
            assertThat(refused.getMessage()).contains(Key.PREFIX).doesNotContain(SECRET);
        }
    }

    private static void assertValid(FaceCheckConfig config) {
        assertThat(config.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.patterns().size() + rule.servlets().size()).isPositive();
            assertThat(rule.patterns())
                    .allSatisfy(pattern -> assertThat(pattern).matches("/.*|\\*\\..+"));
            assertThat(rule.maxAge()).isPositive();
        });
        ServiceConfig service = config.service();
        assertThat(service.baseUrl().getHost()).isNotEmpty();
        assertThat(service.baseUrl().getScheme()).isIn("https", "http");
        if (service.baseUrl().getScheme().equals("http")) {
            assertThat(service.baseUrl().getHost()).matches("localhost|\\[::1]|127\\..*");
        }
        assertThat(service.timeout()).isPositive();
        assertThat(service.connectTimeout()).isPositive();
        assertThat(service.maxConcurrent()).isPositive();
        CaptureConfig capture = config.capture();
        assertThat(capture.path()).startsWith("/").doesNotContain("//", "..");
        assertThat(capture.maxBytesInFlight()).isGreaterThanOrEqualTo(2 * capture.maxBytes());
        assertThat(config.attempts().max()).isPositive();
        assertThat(config.attempts().window()).isPositive();
        Optional.ofNullable(config.binding().said())
                .ifPresent(binding -> assertThat(binding).matches("first-use|\\w+"));
        assertThat(Map.of("max", config.attempts().maxPerAddress())).doesNotContainValue(0);
    }
}
