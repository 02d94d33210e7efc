package org.facecheck.internal.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.internal.caller.ComparableText;
import org.jspecify.annotations.Nullable;

/**
 * Binds a face to the principal of the request: a field of the KYC record has to be the principal's name, or one of the values
 * of an attribute of the principal, both compared as {@link ComparableText}. A request without a principal, a principal
 * without the attribute and a record without the field are not bound. Immutable and thread-safe.
 *
 * @param field the field's name
 * @param callerValues what the field has to be, by the request; any one of them is enough
 */
public record PrincipalBinding(String field, Function<HttpServletRequest, Stream<String>> callerValues)
        implements IdentityBinding {

    /** By the principal's name. */
    public PrincipalBinding(String field) {
        this(field, request -> Stream.ofNullable(request.getUserPrincipal()).map(Principal::getName));
    }

    @Override
    public boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request) {
        Set<ComparableText> allowed = callerValues
                .apply(request)
                .map(ComparableText::of)
                .filter(ComparableText::isComparable) // an empty field must not be bound to an empty attribute
                .collect(Collectors.toSet());
        return records.stream()
                .flatMap(record -> record.field(field).stream())
                .map(ComparableText::of)
                .anyMatch(allowed::contains);
    }
}
