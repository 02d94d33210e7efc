package org.facecheck.internal.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.facecheck.KycIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What expression language reads by the name {@value #NAME}; maps, since its resolvers know nothing of records yet:
 *
 * <ul>
 *   <li>{@code facecheck.identity.fullName} and its like, of a map that is empty where nobody is verified
 *   <li>{@code facecheck.page}: the model of the capture, for any page that shows it. It is made when it is asked for by its
 *       name, and not listed, since it begins a session
 * </ul>
 */
final class FaceCheckElVariable extends AbstractMap<String, Object> {
    /** The name that expressions begin with. */
    static final String NAME = "facecheck";

    private static final String IDENTITY = "identity";
    private static final String PAGE = "page";

    private final HttpServletRequest request;

    FaceCheckElVariable(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return PAGE.equals(key)
                ? EmbeddedPage.in(request.getServletContext())
                        .map(page -> page.of(request))
                        .orElse(null)
                : super.get(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Map.<String, Object>of(
                        IDENTITY,
                        KycIdentity.of(request).map(KycIdentity::fields).orElse(Map.of()))
                .entrySet();
    }
}
