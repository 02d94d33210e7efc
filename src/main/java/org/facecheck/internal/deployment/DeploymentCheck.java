package org.facecheck.internal.deployment;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facecheck.internal.config.BindingConfig;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.config.FaceCheckConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.config.reader.UrlPattern;
import org.facecheck.internal.config.source.NamedRule;
import org.facecheck.internal.config.source.RuleKey;
import org.facecheck.internal.config.source.ShortForm;
import org.facecheck.internal.config.source.TypingMistake;

/**
 * Looks for settings that are valid and can't be meant so, as only the application itself can tell: a name of something that is
 * not there. To be asked when the application's servlets are known.
 *
 * @param context of the application, whose listeners are being called
 * @param webXml its descriptor
 */
public record DeploymentCheck(ServletContext context, FaceCheckConfig config, DeploymentDescriptor webXml) {

    /** The document's fields that the Face Match API documents. A type of documents may have others, so that this stops nothing. */
    private static final Set<String> FIELDS = Set.of(
            ("documentNumber firstName middleName lastName fullName fullName_local sex age dob dob_day dob_month dob_year expiry"
                            + " expiry_day expiry_month expiry_year daysToExpiry documentType documentSide issuerOrg_full"
                            + " issuerOrg_iso2 issuerOrg_iso3 nationality_full nationality_iso2 nationality_iso3 internalId")
                    .split(" "));

    /** What a Facelets page has the capture by: below {@code META-INF/resources}, which a server takes for the application's. */
    private static final String COMPONENT = "/facecheck/capture.xhtml";

    private static final String FACE_ALONE = Login.USERNAME_KEY
            + "=none: a face alone is a search among everybody on file. Where one comparison in 100,000 is wrong, that logs in"
            + " about one stranger in 100 with 1,000 people on file, and one in 10 with 10,000. Leave the key out, and the page"
            + " asks for the user name.";

    private static final String CLASS = DeploymentCheck.class.getName().replace('.', '/') + ".class";

    /**
     * What must stop the deployment, since its deployer believes that something is protected which is not, or would log nobody
     * in. A named dispatcher tells whether there is a servlet: unlike its registration, any listener may ask for it (Servlet 6.0,
     * §4.4).
     *
     * @param ownLogin whether the application has a {@code FaceLogin} bean
     * @param hasMechanism whether the second jar is there, and will tell the container who is logged in
     */
    public List<String> problems(boolean ownLogin, boolean hasMechanism) {
        List<String> problems = new ArrayList<>();
        loginProblem(ownLogin, hasMechanism).ifPresent(problems::add);
        for (Rule rule : config.rules()) {
            for (String servlet : rule.servlets()) {
                if (context.getNamedDispatcher(servlet) == null) {
                    problems.add("The rule " + rule.name() + " protects the servlet \"" + servlet
                            + "\", and this application has none of that name; write the <servlet-name> of web.xml, or the"
                            + " name in @WebServlet, which is the class's whole name where it says nothing.");
                }
            }
        }
        return problems;
    }

    /** A caller's name comes from one place. */
    private Optional<String> loginProblem(boolean ownLogin, boolean hasMechanism) {
        Login login = config.capture().login();
        if (!login.isOn()) {
            return Optional.empty();
        }
        if (!ownLogin && login.nameField() == null) {
            return Optional.of(
                    Login.KEY + " logs people in, and nothing says under which name; write into " + Login.NAME_KEY
                            + " the field of the KYC document that is the login name, such as documentNumber, or give the"
                            + " application a FaceLogin bean.");
        }
        if (login.isOfContainer() && webXml.declaresLogin()) {
            return Optional.of(
                    Login.KEY + "=container makes the face the container's login, and web.xml has another one in its"
                            + " <login-config>; drop the <login-config>, or write " + Login.KEY + "=application.");
        }
        if (login.isOfContainer() && !hasMechanism) {
            return Optional.of(Login.KEY
                    + "=container takes facecheck-login-<version>.jar beside this one, CDI, and the key where CDI"
                    + " finds it when it starts: as a variable, a system property, or in"
                    + " META-INF/microprofile-config.properties.");
        }
        return ownLogin && (login.nameField() != null || !login.roles().isEmpty())
                ? Optional.of("The application's FaceLogin bean says who is logged in, and so do " + Login.NAME_KEY
                        + " and " + Login.ROLES_KEY + "; leave out these keys, or the bean.")
                : Optional.empty();
    }

    /**
     * What an operator is told of, while the application starts.
     *
     * @param ownMatcher whether the application's {@code FaceMatcher} is asked, which may know any field
     */
    public List<String> warnings(boolean ownMatcher) {
        List<String> warnings = new ArrayList<>();
        config.capture()
                .view()
                .filter(view -> !isThere(view))
                .ifPresent(
                        view -> warnings.add(
                                "facecheck.capture.view is " + view
                                        + ", and this application has no such file: where no servlet answers there, nobody gets a capture page."));
        String page = config.capture().path();
        if (isHidden(page)) {
            warnings.add("facecheck.capture.path is " + page
                    + ", where this application has a file or a folder: it is hidden"
                    + " by the capture page. Write a path that is free.");
        }
        Set<String> jars = jars();
        if (jars.size() > 1) {
            warnings.add(
                    "Facecheck's classes are here more than once, so that it is left to the server which of them run."
                            + " Remove all but one: " + String.join(", ", jars));
        }
        Login login = config.capture().login();
        if (login.isOn() && !login.asksUsername()) {
            warnings.add(FACE_ALONE);
        }
        config.rules().forEach(rule -> loginBelow(rule).ifPresent(warnings::add));
        if (!ownMatcher) {
            config.binding()
                    .field()
                    .flatMap(field -> unknown(BindingConfig.KEY, field))
                    .ifPresent(warnings::add);
            config.identityFields().stream()
                    .sorted()
                    .flatMap(field -> unknown("facecheck.identity.fields", field).stream())
                    .forEach(warnings::add);
            String name = login.nameField();
            if (name != null) {
                unknown(Login.NAME_KEY, name).ifPresent(warnings::add);
            }
        }
        return warnings;
    }

    /** A pass belongs to whoever is logged in, so that one of before the login is good for nothing after it. */
    private Optional<String> loginBelow(Rule rule) {
        List<String> pages = webXml.loginPages().stream()
                .filter(page -> isCovered(page, rule.patterns()) && !isCovered(page, rule.exempt()))
                .toList();
        return pages.isEmpty()
                ? Optional.empty()
                : Optional.of("The rule " + rule.name()
                        + " asks for a check before the login page is shown, and for another one"
                        + " after the login. Write " + exemptKey(rule) + "=" + String.join(",", pages)
                        + ", and what these pages load, beside what it exempts already.");
    }

    private static String exemptKey(Rule rule) {
        return rule.name().equals(Rule.SHORT_FORM)
                ? ShortForm.EXEMPT_KEY
                : new RuleKey(rule.name(), NamedRule.EXEMPT).text();
    }

    private static boolean isCovered(String page, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> new UrlPattern(pattern).covers(page));
    }

    private static Optional<String> unknown(String key, String field) {
        return FIELDS.contains(field)
                ? Optional.empty()
                : Optional.of(key + " names \"" + field + "\", which is no field that the Face Match API documents"
                        + TypingMistake.closest(field, FIELDS.stream().sorted())
                                .map(close -> "; did you mean " + close + "?")
                                .orElse(". What no document has is never in the session, and binds nobody."));
    }

    private boolean isThere(String path) {
        try {
            return context.getResource(path) != null;
        } catch (MalformedURLException unusable) {
            return false;
        }
    }

    /** Whether the page stands in the place of a file, or of a folder with more in it than the jar's own Faces component. */
    private boolean isHidden(String page) {
        Set<String> inside = context.getResourcePaths(page + "/");
        if (inside == null || inside.isEmpty()) {
            return isThere(page);
        }
        return inside.stream().anyMatch(entry -> !entry.equals(COMPONENT));
    }

    private Set<String> jars() {
        Set<String> jars = new TreeSet<>();
        // The application's at its start. Servers of Servlet 4 don't give it to a listener that was added in code
        // (Servlet 4.0, §4.4).
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null) {
            return jars;
        }
        try {
            for (URL found : Collections.list(loader.getResources(CLASS))) {
                jars.add(found.toString().replace("!/" + CLASS, "").replace(CLASS, ""));
            }
        } catch (IOException unreadable) {
            return Set.of();
        }
        return jars;
    }
}
