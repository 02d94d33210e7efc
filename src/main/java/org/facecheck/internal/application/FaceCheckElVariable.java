package org.facecheck.internal.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
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
 *   <li>{@code facecheck.lockedUntil}: an {@link java.time.Instant} until which this visitor may make no attempt, {@code null} where
 *       they may. Begins no session
 * </ul>
 */
final class FaceCheckElVariable extends AbstractMap<String, Object> {
    /** The name that expressions begin with. */
    static final String NAME = "facecheck";

    private static final String IDENTITY = "identity";
    private static final String PAGE = "page";
    private static final String LOCKED_UNTIL = "lockedUntil";

    private final HttpServletRequest request;

    FaceCheckElVariable(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return switch (String.valueOf(key)) {
            case PAGE -> capture().map(made -> made.model(request)).orElse(null);
            case LOCKED_UNTIL ->
                capture().flatMap(made -> made.lockedUntil(request)).orElse(null);
            default -> super.get(key);
        };
    }

    private Optional<EmbeddedCapture> capture() {
        return EmbeddedCapture.in(request.getServletContext());
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Map.<String, Object>of(
                        IDENTITY,
                        KycIdentity.of(request).map(KycIdentity::fields).orElse(Map.of()))
                .entrySet();
    }
}
