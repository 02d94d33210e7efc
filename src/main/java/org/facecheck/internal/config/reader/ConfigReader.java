package org.facecheck.internal.config.reader;

import java.util.List;
import java.util.Optional;
import org.facecheck.internal.config.ConfigurationException;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.source.Key;
import org.facecheck.internal.config.source.RuleKey;
import org.facecheck.internal.config.source.Settings;
import org.facecheck.internal.config.source.ShortForm;

/** Reads and validates the whole configuration. */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * Reads every key, goes on after a problem, and reports all problems at the end: a deployer who mends one key and
     * redeploys should not find the next.
     *
     * <p>Only the service's credentials may be missing together: the default matcher alone needs them, and whether the
     * application brings another one is known when its beans are (see {@link #missingCredentials}).
     *
     * @throws ConfigurationException with each wrong, missing or unknown key and what to write
     */
    public static FaceCheckConfig read(Settings settings) throws ConfigurationException {
        Problems problems = new Problems();
        // Names first: what nobody will read is told before what is wrong with the rest.
        settings.problems().forEach(problems::add);
        settings.names().stream().filter(name -> !isKnown(name)).forEach(problems::unknownKey);
        RecordReader records = new RecordReader(settings, problems);
        // Rules have names that only the deployer knows, so that no record can declare their keys.
        List<Rule> rules = new RulesReader(settings, records, problems).read();
        Optional<FaceCheckConfig> config = records.readAround(rules, FaceCheckConfig.class);
        // What was read wrongly is left out here: its problem is known.
        new CrossChecks(settings, records, problems).run();
        problems.throwIfAny();
        return config.orElseThrow();
    }

    /** The error of an application that has neither credentials nor a {@code FaceMatcher} bean: to be thrown at start-up. */
    public static ConfigurationException missingCredentials() {
        return new ConfigurationException(CrossChecks.MISSING_CREDENTIALS);
    }

    /** Whether nothing in these settings is of a rule, or could have been meant so. */
    public static boolean isWithoutRules(Settings settings) {
        return settings.problems().isEmpty()
                && settings.names().stream()
                        .allMatch(name ->
                                Key.all().stream().anyMatch(key -> key.text().equals(name))
                                        && !name.equals(ShortForm.KEY)
                                        && !name.equals(ShortForm.EXEMPT_KEY));
    }

    /** Whether a name is that of a key, or of an aspect of some rule. */
    private static boolean isKnown(String name) {
        return Key.all().stream().anyMatch(key -> key.text().equals(name))
                || RuleKey.parse(name).isPresent();
    }
}
