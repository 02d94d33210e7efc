package org.facecheck.internal.selfcheck;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.facecheck.internal.selfcheck.request.Address;
import org.facecheck.internal.selfcheck.request.RawHttpClient;
import org.facecheck.internal.selfcheck.request.RequestVariant;
import org.facecheck.internal.selfcheck.request.RequestVariants;
import org.facecheck.internal.selfcheck.request.VariantKind;

/**
 * What server and application show to everybody: their welcome pages, whatever it shows where nothing is (many a front controller
 * shows something for every address), and the capture page. An answer that is one of these has shown nothing protected.
 *
 * @param shown the signatures of such answers
 * @param broken in which errors of the server's an alias of a Faces view ends where nothing is
 */
record Baseline(Set<String> shown, Set<Integer> broken) {
    private static final int SHORT = 8;

    /** What a server may answer to with nothing at all, or with an error, whatever it is for. */
    private static final Set<VariantKind> ODD =
            EnumSet.of(VariantKind.ENCODING, VariantKind.DOUBLE_ENCODING, VariantKind.ABSOLUTE, VariantKind.FACES);

    Baseline {
        shown = Set.copyOf(shown);
        broken = Set.copyOf(broken);
    }

    /**
     * Asks for it.
     *
     * @param elsewhere a name that nothing has
     * @param address what is to be asked for afterwards
     */
    static Baseline of(RawHttpClient wire, String elsewhere, Address address, String capture) {
        String context = wire.site().context();
        String path = address.path();
        String folder = path.substring(0, path.lastIndexOf('/'));
        int dot = path.lastIndexOf('.');
        String ending = dot > folder.length() ? path.substring(dot) : "";
        List<String> targets = Stream.of(
                        "/",
                        context + "/",
                        context + elsewhere,
                        context + elsewhere + ending,
                        context + folder + elsewhere + ending,
                        context + firstSegment(path) + elsewhere,
                        capture)
                .distinct()
                .toList();
        Set<String> shown = new HashSet<>();
        for (String target : targets) {
            for (String method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
                RequestVariant disguise = new RequestVariant(VariantKind.PLAIN, method, target, List.of());
                Optional<ObservedResponse> answer = wire.ask(disguise);
                answer.filter(ObservedResponse::isSuccess)
                        .map(one -> signature(disguise, one))
                        .ifPresent(shown::add);
            }
        }
        Set<Integer> broken = new HashSet<>();
        for (RequestVariant disguise :
                new RequestVariants(wire.site(), elsewhere.substring(0, SHORT), capture, elsewhere).all()) {
            Optional<ObservedResponse> answer = ODD.contains(disguise.kind()) ? wire.ask(disguise) : Optional.empty();
            answer.filter(one -> one.isFailure() && disguise.kind() == VariantKind.FACES)
                    .ifPresent(one -> broken.add(one.status()));
            answer.filter(one -> one.isSuccess() && one.body().isEmpty())
                    .ifPresent(one -> shown.add(signature(disguise, one)));
        }
        return new Baseline(shown, broken);
    }

    private static String firstSegment(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? "" : path.substring(0, second);
    }

    /** Whether such an alias ends so for what is no view, too. */
    boolean breaks(RequestVariant disguise, ObservedResponse answer) {
        return disguise.kind() == VariantKind.FACES && broken.contains(answer.status());
    }

    boolean has(RequestVariant disguise, ObservedResponse answer) {
        return shown.contains(signature(disguise, answer));
    }

    /** What is left of an answer without the address that it may repeat, and without tokens that differ each time. */
    private static String signature(RequestVariant disguise, ObservedResponse answer) {
        if (answer.body().isEmpty()) {
            return disguise.method()
                    + ' '
                    + answer.status()
                    + ' '
                    + answer.header("content-type")
                    + ' '
                    + answer.header("content-length");
        }
        String target = disguise.target();
        return (target.length() > 1 ? answer.body().replace(target, "") : answer.body())
                .replaceAll("[A-Za-z0-9_-]{16,}", "");
    }
}
