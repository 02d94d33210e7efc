package org.facecheck.internal.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.facecheck.KycIdentity;
import org.facecheck.internal.page.EmbeddedCapture;
import org.jspecify.annotations.Nullable;

/**
 * What expression language reads by the name {@value #NAME}. A map of maps, since its bean resolver can't read records before
 * EL 6.0:
 *
 * <ul>
 *   <li>{@code facecheck.identity.fullName} and the other fields of {@link KycIdentity#fields()}, of a map that is empty where no
 *       person is verified
 *   <li>{@code facecheck.page}: the model of the capture, see {@link EmbeddedCapture#model}, for any page that shows it. It is
 *       made when it is asked for by its name, and not listed, since it begins a session; {@code null} where Facecheck does not
 *       run
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
                ? EmbeddedCapture.in(request.getServletContext())
                        .map(capture -> capture.model(request))
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
