package org.facecheck.internal.config.reader;

import java.util.List;
import java.util.stream.Stream;
import org.facecheck.internal.config.AttemptsConfig;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.config.Credentials;
import org.facecheck.internal.config.SessionConfig;
import org.facecheck.internal.config.source.Key;
import org.facecheck.internal.config.source.Settings;

/** Looks for values that are right alone and wrong together. A value that is wrong alone is not complained of twice. */
record CrossChecks(Settings settings, RecordReader records, Problems problems) {

    private static final String SECRET_MISSING = Credentials.SECRET_KEY
            + " is missing; write the client secret of your Faceki account, or into " + Credentials.SECRET_FILE_KEY
            + " the path of a file with it";

    /** What to write where there are no credentials and no other matcher is asked. */
    static final List<String> MISSING_CREDENTIALS =
            missingCredentials(", unless the application has a FaceMatcher bean of its own");

    /** Adds a problem for each contradiction. Credentials come last: what to say of them depends on the other problems. */
    void run() {
        checkPicture();
        checkForm();
        checkBinding();
        checkLogin();
        checkCredentials();
    }

    /** The sentence for each credential; the secret's names both of its keys. */
    private static List<String> missingCredentials(String why) {
        return Stream.concat(
                        Key.of(Credentials.class).stream()
                                .filter(Key::isRequired)
                                .map(key -> key.missing(why)),
                        Stream.of(SECRET_MISSING + why + "."))
                .toList();
    }

    /** Less would refuse each picture that is as large as the deployer allows. */
    private void checkPicture() {
        records.number(CaptureConfig.MAX_BYTES_KEY)
                .ifPresent(maxBytes -> Stream.of(
                                CaptureConfig.MAX_BYTES_IN_FLIGHT_KEY,
                                CaptureConfig.MAX_BYTES_PER_ADDRESS_KEY,
                                CaptureConfig.MAX_BYTES_PER_SESSION_KEY)
                        .forEach(key -> requireAtLeast(
                                key,
                                maxBytes + CaptureConfig.FORM_BYTES + 1,
                                "picture of " + CaptureConfig.MAX_BYTES_KEY)));
    }

    /** Else not one request that is as large as the deployer allows could be resumed after its check. */
    private void checkForm() {
        records.number(CaptureConfig.REMEMBER_MAX_BYTES_KEY)
                .ifPresent(maxBytes -> requireAtLeast(
                        SessionConfig.REMEMBER_MAX_BYTES_IN_ALL_KEY,
                        maxBytes + SessionConfig.REMEMBERED_BYTES,
                        "form of " + CaptureConfig.REMEMBER_MAX_BYTES_KEY));
    }

    /** Says nothing where the value is wrong by itself: that is among the problems already. */
    private void requireAtLeast(String key, long least, String what) {
        records.number(key)
                .filter(bytes -> bytes < least)
                .ifPresent(bytes -> problems.add("%s is \"%d\", so that not even one %s would fit; write at least %d."
                        .formatted(key, bytes, what, least)));
    }

    /** An attribute alone would be compared with nothing, and would look like a binding that is not there. */
    private void checkBinding() {
        boolean hasAttribute = settings.value(BindingConfig.ATTRIBUTE_KEY).isPresent();
        boolean hasField = settings.value(BindingConfig.KEY)
                .filter(binding -> !binding.equals(BindingConfig.FIRST_USE))
                .isPresent();
        if (hasAttribute && !hasField) {
            problems.add(BindingConfig.ATTRIBUTE_KEY + " has nothing to be compared with; write into "
                    + BindingConfig.KEY + " which field of the KYC document it has to equal, such as documentNumber.");
        }
    }

    /** A key without the one that it belongs to would look like a login that is not there. */
    private void checkLogin() {
        if (settings.value(Login.KEY).isEmpty()) {
            for (String key : List.of(
                    Login.NAME_KEY,
                    Login.ROLES_KEY,
                    Login.USERNAME_KEY,
                    Login.MAX_IDLE_KEY,
                    Login.LOGOUT_KEY,
                    Login.SINGLE_KEY)) {
                if (settings.value(key).isPresent()) {
                    problems.add(key + " has no effect without " + Login.KEY + "; write " + Login.KEY
                            + "=application, or leave " + key + " out.");
                }
            }
        } else if (!settings.value(BindingConfig.KEY)
                .orElse(BindingConfig.FIRST_USE)
                .equals(BindingConfig.FIRST_USE)) {
            problems.add(BindingConfig.KEY + " compares the face with somebody who is logged in already, and with "
                    + Login.KEY + " nobody is; leave one of the two out.");
        }
        checkSingleSession();
    }

    /** A login on another server of the cluster would be none of those that are ended. */
    private void checkSingleSession() {
        boolean isSingle =
                settings.value(Login.SINGLE_KEY).filter(Boolean::parseBoolean).isPresent();
        if (isSingle && settings.value(AttemptsConfig.CACHE_KEY).isPresent()) {
            problems.add(Login.SINGLE_KEY + " knows the sessions of one server only, and " + AttemptsConfig.CACHE_KEY
                    + " says that there are several; leave " + Login.SINGLE_KEY + " out.");
        }
    }

    /**
     * Attempts that are counted in a cluster need the credentials in any case: all servers have to hash names alike, and there
     * is no other secret that they share. Else their absence is told only if the deployment is to stop anyhow; the deployer
     * should not learn of it at the next attempt.
     */
    private void checkCredentials() {
        boolean hasNone = Key.of(Credentials.class).stream()
                .allMatch(key -> settings.value(key.text()).isEmpty());
        if (hasNone && settings.value(AttemptsConfig.CACHE_KEY).isPresent()) {
            missingCredentials(" (" + AttemptsConfig.CACHE_KEY
                            + " hashes names with the secret, whichever FaceMatcher is asked)")
                    .forEach(problems::add);
        } else if (hasNone && problems.count() > 0) {
            MISSING_CREDENTIALS.forEach(problems::add);
        } else if (!hasNone) {
            checkSecret();
        }
    }

    /** Of two secrets, which one counts must not be chance. */
    private void checkSecret() {
        boolean isWritten = settings.value(Credentials.SECRET_KEY).isPresent();
        boolean isInFile = settings.value(Credentials.SECRET_FILE_KEY).isPresent();
        if (isWritten && isInFile) {
            problems.add(Credentials.SECRET_KEY + " and " + Credentials.SECRET_FILE_KEY
                    + " are both set; write one of them.");
        } else if (!isWritten && !isInFile) {
            problems.add(SECRET_MISSING + ".");
        }
    }
}
