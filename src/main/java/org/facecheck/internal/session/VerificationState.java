package org.facecheck.internal.session;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.PendingRequest.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A browser's way to a pass, in as many tabs as it has: the requests that a check interrupted, and the tokens of the capture
 * pages that are open for them. What another site makes a browser ask for never takes the place of what the person asked for:
 * each initiator has limits of its own.
 *
 * <p>Immutable: each step makes a new one. A class with named fields, since another version may read it ({@code
 * package-info}). The lists are declared as the serialisable type that they are, which no version may change.
 */
final class VerificationState implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many are kept for each initiator: more than tabs that a person fills in at the same time. */
    private static final int MAX_REQUESTS = 8;
    /** A page that is loaded again takes a token each time. */
    private static final int MAX_TOKENS = 16;

    static final VerificationState NEW = new VerificationState(List.of(), List.of(), null, null);

    /** The newest first. */
    private final ArrayList<PendingRequest> requests;
    /** The newest first. */
    private final ArrayList<IssuedToken> tokens;
    /** The rule that asked for a check last. */
    private final @Nullable String rule;
    /** The container's idle time for a session that Facecheck has begun, in its seconds, until there is a pass. */
    private final @Nullable Integer containerIdle;

    private VerificationState(
            List<PendingRequest> requests,
            List<IssuedToken> tokens,
            @Nullable String rule,
            @Nullable Integer containerIdle) {
        this.requests = new ArrayList<>(requests);
        this.tokens = new ArrayList<>(tokens);
        this.rule = rule;
        this.containerIdle = containerIdle;
    }

    /** After deserialisation, which calls no constructor: leaves out what is missing or not whole. */
    private Object readResolve() {
        return new VerificationState(
                whole(requests, PendingRequest::isWhole), whole(tokens, IssuedToken::isWhole), rule, containerIdle);
    }

    private static <T> List<T> whole(@Nullable List<T> stored, Predicate<@Nullable Object> isWhole) {
        return Stream.ofNullable(stored).flatMap(List::stream).filter(isWhole).toList();
    }

    List<PendingRequest> requests() {
        return Collections.unmodifiableList(requests);
    }

    List<IssuedToken> tokens() {
        return Collections.unmodifiableList(tokens);
    }

    @Nullable
    Integer containerIdle() {
        return containerIdle;
    }

    VerificationState begunWith(int idleOfContainer) {
        return new VerificationState(requests, tokens, rule, idleOfContainer);
    }

    VerificationState handedOver() {
        return new VerificationState(requests, tokens, rule, null);
    }

    VerificationState interrupted(PendingRequest request) {
        List<PendingRequest> more = added(request, requests, PendingRequest::initiator, MAX_REQUESTS);
        return new VerificationState(more, tokens, rule, containerIdle)
                .askedBy(request.request().rule());
    }

    VerificationState askedBy(@Nullable RuleName asking) {
        return new VerificationState(requests, tokens, asking == null ? null : asking.text(), containerIdle);
    }

    /** With a page open that has this token. */
    VerificationState issued(IssuedToken token) {
        VerificationState shown = changed(token.pendingRequestId(), PendingRequest::shown);
        return shown.withTokens(added(token, tokens, IssuedToken::initiator, MAX_TOKENS));
    }

    /** The token as it was issued, used or not. */
    Optional<IssuedToken> issued(@Nullable FormToken token) {
        return token == null
                ? Optional.empty()
                : tokens.stream().filter(issued -> issued.is(token)).findFirst();
    }

    VerificationState redeemed(FormToken token) {
        return withTokens(tokens.stream()
                .map(issued -> issued.is(token) ? issued.redeemed() : issued)
                .toList());
    }

    /**
     * What a request of the capture page is about: what its token was issued for; without one, what the browser was about to
     * do when it was sent there. A browser that is sent there in a request's place says the same of the initiator. Of several,
     * the newest that has no page yet is meant, or, when a page is loaded again, the newest that was not passed.
     */
    Optional<PendingRequest> pending(@Nullable FormToken token, Initiator initiator) {
        Optional<IssuedToken> issued = issued(token);
        if (issued.isPresent()) {
            String id = issued.get().pendingRequestId();
            return requests.stream().filter(one -> one.id().equals(id)).findFirst();
        }
        List<PendingRequest> own = requests.stream()
                .filter(one -> one.initiator() == initiator && !one.isPassed())
                .toList();
        return own.stream()
                .filter(one -> one.stage() == Stage.INTERRUPTED)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** The rule that asked last: before the token was issued, or at all. */
    @Nullable
    RuleName askingRule(@Nullable FormToken token) {
        return issued(token).map(IssuedToken::rule).orElse(rule == null ? null : new RuleName(rule));
    }

    /** The rule that interrupted what the capture page is about, and the one that asked last. */
    Set<RuleName> rules(@Nullable FormToken token, Initiator initiator) {
        Set<RuleName> rules = new LinkedHashSet<>();
        pending(token, initiator).ifPresent(one -> rules.add(one.request().rule()));
        Optional.ofNullable(askingRule(token)).ifPresent(rules::add);
        return rules;
    }

    /** With a check passed, for this request if there is one. */
    VerificationState passed(@Nullable PendingRequest request) {
        return changed(request == null ? null : request.id(), PendingRequest::passed)
                .askedBy(null);
    }

    /** The request whose form waits for its browser to come back to this target: the newest that is meant. */
    Optional<PendingRequest> resumable(RequestTarget target, Predicate<RememberedRequest> isMeant) {
        return requests.stream()
                .filter(one -> one.isResuming() && one.request().target().equals(target) && isMeant.test(one.request()))
                .findFirst();
    }

    VerificationState resumed(PendingRequest request) {
        return changed(request.id(), PendingRequest::resumed);
    }

    /** Whether any form waits for its browser to come back. */
    boolean isResuming() {
        return requests.stream().anyMatch(PendingRequest::isResuming);
    }

    private VerificationState changed(@Nullable String id, UnaryOperator<PendingRequest> step) {
        List<PendingRequest> changed = requests.stream()
                .map(one -> one.id().equals(id) ? step.apply(one) : one)
                .toList();
        return new VerificationState(changed, tokens, rule, containerIdle);
    }

    private VerificationState withTokens(List<IssuedToken> others) {
        return new VerificationState(requests, others, rule, containerIdle);
    }

    /** With the new one first; where its initiator has too many then, without the oldest of that initiator's. */
    private static <T> List<T> added(T newest, List<T> others, Function<T, Initiator> by, int max) {
        Map<Initiator, Integer> counts = new EnumMap<>(Initiator.class);
        return Stream.concat(Stream.of(newest), others.stream())
                .filter(one -> counts.merge(by.apply(one), 1, Integer::sum) <= max)
                .toList();
    }

    @Override
    public String toString() {
        return "VerificationState[rule=%s, %d requests, %d tokens]".formatted(rule, requests.size(), tokens.size());
    }
}
