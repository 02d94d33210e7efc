package org.facecheck.internal.session;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.facecheck.internal.session.PendingRequest.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to a pass, in as many tabs as they like: the errands that a check interrupted, and the capture pages
 * that are open for them. What another site makes a browser ask for never takes the place of what the person asked for.
 *
 * @param errands the newest first, at most {@value #MAX_ERRANDS} of each initiator
 * @param tickets the newest first, at most {@value #MAX_TICKETS} of each initiator
 * @param rule the rule that asked for a check last
 * @param idle how long the session may be idle once it has a pass, in seconds as the container counts them; {@code null} where
 *     the session is not Facecheck's own
 */
record VerificationState(
        List<PendingRequest> errands,
        List<FormToken> tickets,
        @Nullable String rule,
        @Nullable Integer idle) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MAX_ERRANDS = 8;
    private static final int MAX_TICKETS = 16;
    static final VerificationState NEW = new VerificationState(List.of(), List.of(), null, null);

    /** What is missing or not whole in a stored session is left out. */
    VerificationState {
        errands = whole(errands, PendingRequest::isWhole);
        tickets = whole(tickets, FormToken::isWhole);
    }

    private static <T> List<T> whole(@Nullable List<T> stored, Predicate<Object> isWhole) {
        return Stream.ofNullable(stored).flatMap(List::stream).filter(isWhole).toList();
    }

    VerificationState begunWith(int containersIdle) {
        return new VerificationState(errands, tickets, rule, containersIdle);
    }

    VerificationState handedOver() {
        return new VerificationState(errands, tickets, rule, null);
    }

    VerificationState wanting(PendingRequest errand) {
        return new VerificationState(
                added(errand, errands, PendingRequest::initiator, MAX_ERRANDS),
                tickets,
                errand.wanted().rule(),
                idle);
    }

    VerificationState askedBy(@Nullable String askingRule) {
        return new VerificationState(errands, tickets, askingRule, idle);
    }

    /** With a page open for the ticket's errand. */
    VerificationState with(FormToken ticket) {
        return changing(ticket.errand(), PendingRequest::shown)
                .with(added(ticket, tickets, FormToken::initiator, MAX_TICKETS));
    }

    /** The ticket of this token, used or not. */
    Optional<FormToken> ticket(String token) {
        return tickets.stream().filter(ticket -> ticket.hasToken(token)).findFirst();
    }

    /** With the token's ticket used up. */
    VerificationState redeeming(String token) {
        return with(tickets.stream()
                .map(ticket -> ticket.hasToken(token) ? ticket.redeemed() : ticket)
                .toList());
    }

    Optional<PendingRequest> errand(@Nullable String id) {
        return errands.stream().filter(errand -> errand.id().equals(id)).findFirst();
    }

    /**
     * What a page is for that comes without a ticket. A browser that is sent there in an errand's place says the same of the
     * initiator; the newest that has no page yet is meant, or, when a page is loaded anew, the newest that was not passed.
     */
    Optional<PendingRequest> pending(Initiator initiator) {
        List<PendingRequest> own = errands.stream()
                .filter(errand -> errand.initiator() == initiator && !errand.isPassed())
                .toList();
        return own.stream()
                .filter(errand -> errand.stage() == Stage.INTERRUPTED)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** With a check passed for the errand, if there is one. */
    VerificationState passed(@Nullable String id) {
        return changing(id, PendingRequest::passed).askedBy(null);
    }

    /** The errand whose form waits for this target. */
    Optional<PendingRequest> resumable(String target) {
        return errands.stream()
                .filter(errand ->
                        errand.isResuming() && errand.wanted().target().equals(target))
                .findFirst();
    }

    VerificationState resumed(PendingRequest errand) {
        return changing(errand.id(), PendingRequest::resumed);
    }

    /** Whether any form waits for its browser to come back. */
    boolean isResuming() {
        return errands.stream().anyMatch(PendingRequest::isResuming);
    }

    private VerificationState changing(@Nullable String id, UnaryOperator<PendingRequest> step) {
        return new VerificationState(
                errands.stream()
                        .map(errand -> errand.id().equals(id) ? step.apply(errand) : errand)
                        .toList(),
                tickets,
                rule,
                idle);
    }

    private VerificationState with(List<FormToken> others) {
        return new VerificationState(errands, others, rule, idle);
    }

    /** With the new one first; where one initiator has too many then, without its oldest. */
    private static <T> List<T> added(T newest, List<T> others, Function<T, Initiator> by, int max) {
        Map<Initiator, Integer> counts = new EnumMap<>(Initiator.class);
        List<T> kept = new ArrayList<>();
        Stream.concat(Stream.of(newest), others.stream()).forEach(one -> {
            if (counts.merge(by.apply(one), 1, Integer::sum) <= max) {
                kept.add(one);
            }
        });
        return kept;
    }

    @Override
    public String toString() {
        return "Visit[rule=%s, %d errands, %d tickets]".formatted(rule, errands.size(), tickets.size());
    }
}
