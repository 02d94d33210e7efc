package org.facecheck.testkit.sandbox;

import java.util.List;
import java.util.Optional;
import org.facecheck.testkit.sandbox.People.Candidate;

/** Answers face checks. Thread-safe. */
public final class CheckDesk {

    private static final int NEED_REQUIRED_IMAGES = 8001;

    private final People people;
    private final Tokens tokens;
    private final Orders orders;
    private final Journal journal;

    CheckDesk(People people, Tokens tokens, Orders orders, Journal journal) {
        this.people = people;
        this.tokens = tokens;
        this.orders = orders;
        this.journal = journal;
    }

    /**
     * What the API would say; nothing is ordered of a call that is not in order itself.
     *
     * @param authorization the header, {@code null} if there was none
     * @param picture as sent, empty if none was
     */
    public Reply ask(Dialect dialect, String authorization, Optional<byte[]> picture) {
        Reply reply = reply(dialect, authorization, picture);
        journal.check(dialect, reply.answer());
        return reply;
    }

    private Reply reply(Dialect dialect, String authorization, Optional<byte[]> picture) {
        if (!tokens.admits(authorization)) {
            return Reply.atOnce(dialect.unauthorized());
        }
        if (picture.isEmpty()) {
            return Reply.atOnce(dialect.code(NEED_REQUIRED_IMAGES));
        }
        Order<CheckBehaviour> order = orders.take(CheckBehaviour.class).orElse(Order.ORDINARY);
        return new Reply(order.behaviour().answer(question(dialect, picture.get())), order.delay());
    }

    private Question question(Dialect dialect, byte[] picture) {
        Optional<Impression> seen =
                PictureFile.read(picture).map(Impression::of).filter(impression -> !impression.isPlain());
        return new Question(
                dialect, seen.map(people::candidates).orElseGet(this::nobodyInParticular), seen.isPresent());
    }

    private List<Candidate> nobodyInParticular() {
        return people.all().stream()
                .map(person -> new Candidate(person, Likeness.NONE))
                .toList();
    }
}
