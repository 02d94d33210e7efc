package org.facecheck.engine.service.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageRequest;

/** Style and script of the pages: files of the jar's own, by names that stand here. */
final class Asset {
    private static final Map<String, String> TYPES =
            Map.of("/operator.css", "text/css", "/operator.js", "text/javascript");

    /** No name that a request sends ever becomes a path: it only chooses one of these. */
    private Asset() {}

    /** The file, empty if something else is asked for. */
    static Optional<PageAnswer> answer(PageRequest request) throws IOException {
        // Asked before anything else: style and script are nobody's secret, and the login page needs them.
        String type = TYPES.get(request.path());
        if (type == null) {
            return Optional.empty();
        }
        String name = request.path().substring(1);
        try (InputStream asset = Objects.requireNonNull(Asset.class.getResourceAsStream(name), name)) {
            return Optional.of(PageAnswer.of(200, type + ";charset=UTF-8", asset.readAllBytes()));
        }
    }
}
