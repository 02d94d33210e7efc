package org.facecheck.session;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to a pass: what they wanted, and the one-time tokens of the capture pages they have open.
 *
 * @param wanted the latest navigation that was interrupted
 * @param rule the rule that asked for the check last
 * @param tokens the newest first, at most {@value #MAX_TOKENS}: one for each tab that anybody has open
 */
record Visit(@Nullable RememberedRequest wanted, @Nullable String rule, List<String> tokens) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MAX_TOKENS = 8;
    static final Visit NEW = new Visit(null, null, List.of());

    Visit {
        tokens = List.copyOf(tokens);
    }

    Visit wanting(RememberedRequest request) {
        return new Visit(request, request.rule(), tokens);
    }

    Visit askedBy(String askingRule) {
        return new Visit(wanted, askingRule, tokens);
    }

    Visit with(String token) {
        List<String> more = new ArrayList<>(tokens);
        more.add(0, token);
        return new Visit(wanted, rule, more.subList(0, Math.min(more.size(), MAX_TOKENS)));
    }

    /** The visit without the token, empty where it never was one of the visit's or was used before. */
    Optional<Visit> without(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        List<String> rest = tokens.stream()
                .filter(one -> !MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), given))
                .toList();
        return rest.size() < tokens.size() ? Optional.of(new Visit(wanted, rule, rest)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Visit[rule=%s, %d tokens]".formatted(rule, tokens.size());
    }
}
