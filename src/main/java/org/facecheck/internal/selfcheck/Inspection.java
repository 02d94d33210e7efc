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
import org.facecheck.internal.selfcheck.request.ObservedResponse;
import org.facecheck.internal.selfcheck.request.RawHttpClient;
import org.facecheck.internal.selfcheck.request.RequestVariant;
import org.facecheck.internal.selfcheck.request.RequestVariants;
import org.facecheck.internal.selfcheck.request.Site;
import org.facecheck.internal.selfcheck.request.VariantKind;

/**
 * Inspects one address after the other: is it closed as it is written, and if so, in every variant?
 *
 * @param client to the application
 */
record Inspection(Site site, RawHttpClient client) {
    /** For one address; a variant that is not sent by then is without a response. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);

    /** Facecheck's challenge to scripts, with the address of the capture page (RFC 9110, section 11.6.1 for its form). */
    private static final Pattern CHALLENGE = Pattern.compile("(?i)FaceCheck .*capture=\"([^\"]+)\".*");

    /** Sends the address as it is written, and its variants if that is closed. */
    Finding inspect(Address address) {
        RequestVariant plain = RequestVariant.get(VariantKind.PLAIN, site.context() + address.path());
        // As a script: a browser would be redirected, which logins do as well.
        Optional<ObservedResponse> observed = client.send(plain, "application/json");
        if (observed.isEmpty()) {
            return Finding.unclear(
                    address,
                    "no answer from " + site + "; is the server there"
                            + (site.tls() ? ", and its certificate one that this JVM trusts?" : "?"));
        }
        ObservedResponse response = observed.get();
        Matcher challenge = CHALLENGE.matcher(response.header("www-authenticate"));
        if (response.status() == 401 && challenge.matches()) {
            return inspectVariants(address, challenge.group(1));
        }
        return response.isSuccess()
                ? new Finding(address, 1, List.of(describe(plain, response)), List.of(), null)
                : Finding.unclear(address, objection(response));
    }

    private static String objection(ObservedResponse response) {
        return response.status()
                + switch (response.status()) {
                    case 404 ->
                        ": nothing is there; is the address written as it is meant, and below the context path?";
                    case 400 ->
                        ": the address itself is refused; write it without anything that is encoded or doubled.";
                    default ->
                        ": it is not Facecheck that answers. If something before it does, a login for instance, this"
                                + " can't be judged from outside.";
                };
    }

    private Finding inspectVariants(Address address, String capture) {
        String elsewhere = "/" + UUID.randomUUID();
        Baseline baseline = Baseline.observe(client, elsewhere, address, capture);
        List<String> openings = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        Instant end = Instant.now().plus(TIME_LIMIT);
        List<RequestVariant> variants = new ArrayList<>();
        // Once more as it is written, now as a browser: the two may be answered by different parts of the application.
        variants.add(RequestVariant.get(VariantKind.PLAIN, site.context() + address.path()));
        variants.addAll(new RequestVariants(site, address.path(), capture, elsewhere).all());
        for (RequestVariant variant : variants) {
            Optional<ObservedResponse> response = Instant.now().isAfter(end) ? Optional.empty() : sendTwice(variant);
            if (response.isEmpty() || isUnclear(variant, response.get(), baseline)) {
                unanswered.add(
                        variant + response.map(one -> ": " + one.status()).orElse(""));
            } else if (isOpening(variant, response.get(), baseline, capture)) {
                openings.add(describe(variant, response.get()));
            }
        }
        return new Finding(address, variants.size(), openings, unanswered, null);
    }

    /** An error may come from behind the rule. */
    private static boolean isUnclear(RequestVariant variant, ObservedResponse response, Baseline baseline) {
        return response.isFailure() && !baseline.hasFailure(variant, response);
    }

    /** The second time only where no response came, since a connection may be lost by chance. */
    private Optional<ObservedResponse> sendTwice(RequestVariant variant) {
        return client.send(variant).or(() -> client.send(variant));
    }

    /**
     * Whether the response shows something. A Faces request is redirected by a success, a partial response of XML, and TRACE
     * sends back the request itself (RFC 9110, section 9.3.8); neither does.
     */
    private static boolean isOpening(
            RequestVariant variant, ObservedResponse response, Baseline baseline, String capture) {
        boolean redirectsFaces = response.body()
                .strip()
                .matches("<\\?xml[^>]*>\\s*<partial-response><redirect url=\"" + Pattern.quote(capture)
                        + "\"/></partial-response>");
        boolean echoes = variant.method().equals("TRACE")
                && response.header("content-type").startsWith("message/http");
        return response.isSuccess() && !redirectsFaces && !echoes && !baseline.has(variant, response);
    }

    private static String describe(RequestVariant variant, ObservedResponse response) {
        return variant + " (" + variant.kind() + "): " + response.status() + ", "
                + response.body().length() + " bytes";
    }
}
