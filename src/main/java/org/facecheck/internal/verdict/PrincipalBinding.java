package org.facecheck.internal.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.jspecify.annotations.Nullable;

/**
 * Binds a face to whoever is logged in: a field of the KYC document has to be the principal's name, or one of the values of
 * an attribute of the principal's. Both are compared after Unicode's compatibility composition (NFKC), without regard to
 * case, without space at either end, and with one space for any number of them. Nobody is bound who is not logged in, who
 * lacks the attribute, or whose record lacks the field.
 *
 * @param field the field's name
 * @param caller what is known of whoever is logged in
 */
public record PrincipalBinding(String field, Function<HttpServletRequest, Stream<String>> caller)
        implements IdentityBinding {

    /** By the principal's name. */
    public PrincipalBinding(String field) {
        this(field, request -> Stream.ofNullable(request.getUserPrincipal()).map(Principal::getName));
    }

    @Override
    public boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request) {
        Set<String> known = caller.apply(request)
                .map(PrincipalBinding::normal)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        return records.stream()
                .flatMap(record -> record.field(field).stream())
                .map(PrincipalBinding::normal)
                .anyMatch(known::contains);
    }

    /** Upper case first, since some letters have two lower ones. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
