package org.facecheck.internal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.CaptureConfig;
import org.facecheck.internal.config.PageConfig;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.page.text.PageMessage;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.RequestCache;
import org.jspecify.annotations.Nullable;

/**
 * What one capture page is made of, beside its texts. Addresses are relative to the page, see {@link PageAddresses}.
 *
 * @param action where the form is sent
 * @param script address of the page's script
 * @param style address of the page's style sheet
 * @param ownStyle address of the application's own style sheet, {@code null} for none
 * @param detector address of the detector module, the operator's own or that of the detector's jar; {@code null} for none
 * @param token good for one upload from this page
 * @param wanted address that the person wanted, for a page that outlives its session; {@code null} where they wanted nothing,
 *     or sent a form, which an address alone would not bring back
 * @param allowUpload whether a picture may come from a file
 * @param auto whether a picture that has been good for a moment is taken by itself
 * @param notice what people are told of the application
 * @param message about the last attempt, {@code null} on a first visit
 * @param asksUsername whether the page asks for a name, and not for a picture yet
 * @param username whom the check is to log in, {@code null} where the name is asked for, or nobody's is
 */
record PageModel(
        String action,
        String script,
        String style,
        @Nullable String ownStyle,
        @Nullable String detector,
        FormToken token,
        @Nullable String wanted,
        boolean allowUpload,
        boolean auto,
        Notice notice,
        @Nullable PageMessage message,
        boolean asksUsername,
        @Nullable String username) {

    /** The page's own address with this query asks for another name. No name ever stands in an address. */
    static final String OTHER_NAME = "username";

    /**
     * What people are told of the application that asks them.
     *
     * @param application its name, {@code null} where the operator has given none
     * @param logo address of its mark, {@code null} for none
     * @param wanted what the person wants to open, by the title of its rule; {@code null} where it has none
     * @param help address of a page with help, {@code null} for none
     * @param privacy address of the privacy policy, {@code null} for none
     * @param processor who compares the pictures
     * @param consent whether the person has to agree before
     */
    record Notice(
            @Nullable String application,
            @Nullable String logo,
            @Nullable String wanted,
            @Nullable String help,
            @Nullable String privacy,
            String processor,
            boolean consent) {

        private static Notice of(
                PageConfig.Notice config, List<Rule> rules, RequestCache requests, PageAddresses addresses) {
            return new Notice(
                    config.applicationName(),
                    address(config.logo(), addresses),
                    rules.stream()
                            .filter(rule -> requests.rules().contains(rule.name()))
                            .map(Rule::title)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    address(config.helpAddress(), addresses),
                    address(config.privacyAddress(), addresses),
                    config.processor(),
                    config.consent());
        }

        /** A path lies below the context path; what has a scheme stays as it is. */
        private static @Nullable String address(@Nullable String link, PageAddresses addresses) {
            return link == null || !link.startsWith("/") ? link : addresses.of(link);
        }
    }

    /** The model of a page that answers this request. Issues a token, and so begins a session where there is none. */
    static PageModel of(
            CaptureConfig config, List<Rule> rules, @Nullable PageMessage message, HttpServletRequest request) {
        boolean named =
                config.login().asksUsername() && PrincipalName.of(request).isEmpty();
        String username = !named || OTHER_NAME.equals(request.getQueryString())
                ? null
                : FaceCheckSession.claimed(request).map(PrincipalName::text).orElse(null);
        PageAddresses addresses = PageAddresses.on(request);
        FaceCheckSession session = FaceCheckSession.of(request);
        String detector = config.page()
                .detector()
                .or(() -> Assets.OF_THE_JAR.detector().map(asset -> config.path() + asset))
                .map(addresses::of)
                .orElse(null);
        return new PageModel(
                addresses.of(config.path()),
                addresses.of(config.path() + Assets.OF_THE_JAR.script()),
                addresses.of(config.path() + Assets.OF_THE_JAR.style()),
                config.page().style().map(addresses::of).orElse(null),
                detector,
                session.issueToken(),
                session.requests()
                        .getRequest()
                        .filter(wanted -> wanted.form().isEmpty())
                        .map(wanted -> addresses.ofTarget(wanted.target().text()))
                        .orElse(null),
                config.allowUpload(),
                config.page().auto().orElse(detector != null),
                Notice.of(config.page().notice(), rules, session.requests(), addresses),
                message,
                named && username == null,
                username);
    }

    /** Without the token and what was wanted: neither may get into a log. */
    @Override
    public String toString() {
        return "PageModel[action=%s, message=%s]".formatted(action, message);
    }
}
