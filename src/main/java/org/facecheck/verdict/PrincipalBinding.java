package org.facecheck.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.jspecify.annotations.Nullable;

/**
 * Binds a face to whoever is logged in: a field of the KYC document has to be the principal's name. Both are compared after
 * Unicode's compatibility composition (NFKC), without regard to case, without space at either end, and with one space for
 * any number of them. Nobody is bound who is not logged in, or whose record lacks the field.
 *
 * @param field the field's name
 */
public record PrincipalBinding(String field) implements IdentityBinding {

    @Override
    public boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        String name = principal == null ? "" : normal(principal.getName());
        return !name.isEmpty()
                && records.stream()
                        .flatMap(record -> record.field(field).stream())
                        .anyMatch(value -> normal(value).equals(name));
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
