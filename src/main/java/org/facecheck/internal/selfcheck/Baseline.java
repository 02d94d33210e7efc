package org.facecheck.internal.selfcheck;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.facecheck.internal.selfcheck.request.Address;
import org.facecheck.internal.selfcheck.request.ObservedResponse;
import org.facecheck.internal.selfcheck.request.RawHttpClient;
import org.facecheck.internal.selfcheck.request.RequestVariant;
import org.facecheck.internal.selfcheck.request.RequestVariants;
import org.facecheck.internal.selfcheck.request.VariantKind;

/**
 * What server and application show without a face check: their welcome pages, what they show where nothing is (many a front
 * controller shows something for every address), and the capture page. A response that is one of these has shown nothing
 * protected.
 *
 * @param shown the signatures of such responses
 * @param failures in which server errors an alias of a Faces view ends where nothing is
 */
record Baseline(Set<String> shown, Set<Integer> failures) {
    /** Of the name that nothing has, as a path: long names would make hundreds of variants, one for each character. */
    private static final int SHORT_PATH = 8;

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");

    /** What a server may respond to with nothing at all, or with an error, whatever it is for. */
    private static final Set<VariantKind> PROBED_KINDS =
            EnumSet.of(VariantKind.ENCODING, VariantKind.DOUBLE_ENCODING, VariantKind.ABSOLUTE, VariantKind.FACES);

    Baseline {
        shown = Set.copyOf(shown);
        failures = Set.copyOf(failures);
    }

    /**
     * Sends the requests that tell.
     *
     * @param elsewhere a path that nothing has
     * @param address what is to be asked for afterwards
     * @param capture the capture page, with the context path
     */
    static Baseline observe(RawHttpClient client, String elsewhere, Address address, String capture) {
        Set<String> shown = new HashSet<>();
        for (String target : targets(client.site().context(), elsewhere, address.path(), capture)) {
            for (String method : METHODS) {
                RequestVariant plain = new RequestVariant(VariantKind.PLAIN, method, target, List.of());
                client.send(plain)
                        .filter(ObservedResponse::isSuccess)
                        .map(response -> signature(plain, response))
                        .ifPresent(shown::add);
            }
        }
        Set<Integer> failures = new HashSet<>();
        String nothing = elsewhere.substring(0, SHORT_PATH);
        for (RequestVariant variant : new RequestVariants(client.site(), nothing, capture, elsewhere).all()) {
            Optional<ObservedResponse> response =
                    PROBED_KINDS.contains(variant.kind()) ? client.send(variant) : Optional.empty();
            response.filter(one -> one.isFailure() && variant.kind() == VariantKind.FACES)
                    .ifPresent(one -> failures.add(one.status()));
            response.filter(one -> one.isSuccess() && one.body().isEmpty())
                    .ifPresent(one -> shown.add(signature(variant, one)));
        }
        return new Baseline(shown, failures);
    }

    /** Front controllers tell addresses apart by folder and ending: so what is asked for has those of the address. */
    private static List<String> targets(String context, String elsewhere, String path, String capture) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        int dot = path.lastIndexOf('.');
        String ending = dot > folder.length() ? path.substring(dot) : "";
        return Stream.of(
                        "/",
                        context + "/",
                        context + elsewhere,
                        context + elsewhere + ending,
                        context + folder + elsewhere + ending,
                        context + firstSegment(path) + elsewhere,
                        capture)
                .distinct()
                .toList();
    }

    private static String firstSegment(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? "" : path.substring(0, second);
    }

    /** Whether such an alias ends in this error for what is no view, too; then the error says nothing of the address. */
    boolean hasFailure(RequestVariant variant, ObservedResponse response) {
        return variant.kind() == VariantKind.FACES && failures.contains(response.status());
    }

    /** Whether the response is shown without a face check, too. */
    boolean has(RequestVariant variant, ObservedResponse response) {
        return shown.contains(signature(variant, response));
    }

    /**
     * What is left of a response without the address that it may repeat, and without tokens that differ each time; without a
     * body, what its head says of it.
     */
    private static String signature(RequestVariant variant, ObservedResponse response) {
        if (response.body().isEmpty()) {
            return String.join(
                    " ",
                    variant.method(),
                    String.valueOf(response.status()),
                    response.header("content-type"),
                    response.header("content-length"));
        }
        String target = variant.target();
        return (target.length() > 1 ? response.body().replace(target, "") : response.body())
                .replaceAll("[A-Za-z0-9_-]{16,}", "");
    }
}
