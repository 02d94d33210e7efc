package org.facecheck.session;

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
import org.facecheck.session.Errand.Stage;
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
record Visit(
        List<Errand> errands,
        List<Ticket> tickets,
        @Nullable String rule,
        @Nullable Integer idle) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MAX_ERRANDS = 8;
    private static final int MAX_TICKETS = 16;
    static final Visit NEW = new Visit(List.of(), List.of(), null, null);

    /** What is missing or not whole in a stored session is left out. */
    Visit {
        errands = whole(errands, Errand::isWhole);
        tickets = whole(tickets, Ticket::isWhole);
    }

    private static <T> List<T> whole(@Nullable List<T> stored, Predicate<Object> isWhole) {
        return Stream.ofNullable(stored).flatMap(List::stream).filter(isWhole).toList();
    }

    Visit begunWith(int containersIdle) {
        return new Visit(errands, tickets, rule, containersIdle);
    }

    Visit handedOver() {
        return new Visit(errands, tickets, rule, null);
    }

    Visit wanting(Errand errand) {
        return new Visit(
                added(errand, errands, Errand::initiator, MAX_ERRANDS),
                tickets,
                errand.wanted().rule(),
                idle);
    }

    Visit askedBy(@Nullable String askingRule) {
        return new Visit(errands, tickets, askingRule, idle);
    }

    /** With a page open for the ticket's errand. */
    Visit with(Ticket ticket) {
        return changing(ticket.errand(), Errand::shown).with(added(ticket, tickets, Ticket::initiator, MAX_TICKETS));
    }

    /** The ticket of this token, used or not. */
    Optional<Ticket> ticket(String token) {
        return tickets.stream().filter(ticket -> ticket.hasToken(token)).findFirst();
    }

    /** With the token's ticket used up. */
    Visit redeeming(String token) {
        return with(tickets.stream()
                .map(ticket -> ticket.hasToken(token) ? ticket.redeemed() : ticket)
                .toList());
    }

    Optional<Errand> errand(@Nullable String id) {
        return errands.stream().filter(errand -> errand.id().equals(id)).findFirst();
    }

    /**
     * What a page is for that comes without a ticket. A browser that is sent there in an errand's place says the same of the
     * initiator; the newest that has no page yet is meant, or, when a page is loaded anew, the newest that was not passed.
     */
    Optional<Errand> pending(Initiator initiator) {
        List<Errand> own = errands.stream()
                .filter(errand -> errand.initiator() == initiator && !errand.isPassed())
                .toList();
        return own.stream()
                .filter(errand -> errand.stage() == Stage.INTERRUPTED)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** With a check passed for the errand, if there is one. */
    Visit passed(@Nullable String id) {
        return changing(id, Errand::passed).askedBy(null);
    }

    /** The errand whose form waits for this target. */
    Optional<Errand> resumable(String target) {
        return errands.stream()
                .filter(errand ->
                        errand.isResuming() && errand.wanted().target().equals(target))
                .findFirst();
    }

    Visit resumed(Errand errand) {
        return changing(errand.id(), Errand::resumed);
    }

    /** Whether any form waits for its browser to come back. */
    boolean isResuming() {
        return errands.stream().anyMatch(Errand::isResuming);
    }

    private Visit changing(@Nullable String id, UnaryOperator<Errand> step) {
        return new Visit(
                errands.stream()
                        .map(errand -> errand.id().equals(id) ? step.apply(errand) : errand)
                        .toList(),
                tickets,
                rule,
                idle);
    }

    private Visit with(List<Ticket> others) {
        return new Visit(errands, others, rule, idle);
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
