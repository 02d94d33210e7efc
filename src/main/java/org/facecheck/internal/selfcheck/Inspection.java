package org.facecheck.internal.selfcheck;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.internal.selfcheck.request.Address;
import org.facecheck.internal.selfcheck.request.RawHttpClient;
import org.facecheck.internal.selfcheck.request.RequestVariant;
import org.facecheck.internal.selfcheck.request.RequestVariants;
import org.facecheck.internal.selfcheck.request.VariantKind;

/**
 * Looks at one address after the other: is it closed as it is written, and if so, under every disguise?
 *
 * @param wire to the application
 */
record Inspection(Site site, RawHttpClient wire) {
    /** For one address; what is not asked by then is without an answer. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern CAPTURE = Pattern.compile("(?i)FaceCheck .*capture=\"([^\"]+)\".*");

    Finding of(Address address) {
        RequestVariant plain = RequestVariant.get(VariantKind.PLAIN, site.context() + address.path());
        Optional<ObservedResponse> found = wire.ask(plain, "application/json");
        if (found.isEmpty()) {
            return Finding.unclear(
                    address,
                    "no answer from " + site + "; is the server there"
                            + (site.tls() ? ", and its certificate one that this JVM trusts?" : "?"));
        }
        ObservedResponse answer = found.get();
        Matcher challenge = CAPTURE.matcher(answer.header("www-authenticate"));
        if (answer.status() == 401 && challenge.matches()) {
            return disguised(address, challenge.group(1));
        }
        return answer.isSuccess()
                ? new Finding(address, 1, List.of(described(plain, answer)), List.of(), "")
                : Finding.unclear(address, objection(answer));
    }

    private static String objection(ObservedResponse answer) {
        return answer.status()
                + switch (answer.status()) {
                    case 404 ->
                        ": nothing is there; is the address written as it is meant, and below the context path?";
                    case 400 ->
                        ": the address itself is refused; write it without anything that is encoded or doubled.";
                    default ->
                        ": it is not Facecheck that answers. If something before it does, a login for instance, this"
                                + " can't be judged from outside.";
                };
    }

    private Finding disguised(Address address, String capture) {
        String elsewhere = "/" + UUID.randomUUID();
        Baseline background = Baseline.of(wire, elsewhere, address, capture);
        List<String> openings = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        Instant end = Instant.now().plus(LONGEST);
        List<RequestVariant> all = new ArrayList<>();
        all.add(RequestVariant.get(VariantKind.PLAIN, site.context() + address.path()));
        all.addAll(new RequestVariants(site, address.path(), capture, elsewhere).all());
        for (RequestVariant disguise : all) {
            Optional<ObservedResponse> answer = Instant.now().isAfter(end) ? Optional.empty() : patiently(disguise);
            if (answer.isEmpty() || isUnclear(disguise, answer.get(), background)) {
                unanswered.add(disguise + answer.map(one -> ": " + one.status()).orElse(""));
            } else if (shows(disguise, answer.get(), background, capture)) {
                openings.add(described(disguise, answer.get()));
            }
        }
        return new Finding(address, all.size(), openings, unanswered, "");
    }

    private static boolean isUnclear(RequestVariant disguise, ObservedResponse answer, Baseline background) {
        return answer.isFailure() && !background.breaks(disguise, answer);
    }

    /** Once more where none came, since a connection may be lost by chance. */
    private Optional<ObservedResponse> patiently(RequestVariant disguise) {
        return wire.ask(disguise).or(() -> wire.ask(disguise));
    }

    private static boolean shows(
            RequestVariant disguise, ObservedResponse answer, Baseline background, String capture) {
        boolean asksFaces = answer.body()
                .strip()
                .matches("<\\?xml[^>]*>\\s*<partial-response><redirect url=\"" + Pattern.quote(capture)
                        + "\"/></partial-response>");
        boolean echoes = disguise.method().equals("TRACE")
                && answer.header("content-type").startsWith("message/http");
        return answer.isSuccess() && !asksFaces && !echoes && !background.has(disguise, answer);
    }

    private static String described(RequestVariant disguise, ObservedResponse answer) {
        return disguise + " (" + disguise.kind() + "): " + answer.status() + ", "
                + answer.body().length() + " bytes";
    }
}
