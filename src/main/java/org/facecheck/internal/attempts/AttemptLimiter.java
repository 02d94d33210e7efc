package org.facecheck.internal.attempts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.AttemptsConfig;

/**
 * Limits how often a selfie may be tried: in one session, as one principal, from one address. The latter two outlive the
 * session, so that a new session is no new chance; they are counted in this server, or by all servers of a cluster in a map
 * that they share. Where that map fails, no attempt may be made. Thread-safe.
 */
public final class AttemptLimiter {
    private final AttemptsConfig config;
    private final AttemptCounters principals;
    private final AttemptCounters addresses;
    private final Clock clock;
    /** What began until then counts no more; in milliseconds since the epoch. */
    private volatile long forgottenUntil = Long.MIN_VALUE;

    private AttemptLimiter(
            AttemptsConfig config,
            Clock clock,
            KeyedNameHash hash,
            CounterStore ofPrincipals,
            CounterStore ofAddresses) {
        this.config = config;
        this.principals =
                new AttemptCounters(config.maxPerPrincipal(), config.window(), hash, forgettable(ofPrincipals));
        this.addresses = new AttemptCounters(config.maxPerAddress(), config.window(), hash, forgettable(ofAddresses));
        this.clock = clock;
    }

    private CounterStore forgettable(CounterStore store) {
        return new ForgettableStore(store, () -> forgottenUntil);
    }

    /** Counts in this server's memory. */
    public AttemptLimiter(AttemptsConfig config, Clock clock) {
        this(config, clock, KeyedNameHash.random(), new LocalCounterStore(), new LocalCounterStore());
    }

    /**
     * Counts in a map that all servers of a cluster have.
     *
     * @param map whose {@code putIfAbsent} and {@code replace} are atomic in the cluster. It gets 131,072 short entries of
     *     this application's at most, which hold neither names nor addresses
     * @param application tells this application's entries from others', the same in all servers
     * @param secret from which nothing but the hash of names is made, the same in all servers
     */
    public static AttemptLimiter shared(
            AttemptsConfig config, Clock clock, ConcurrentMap<String, String> map, String application, String secret) {
        String prefix = "facecheck " + application;
        return new AttemptLimiter(
                config,
                clock,
                KeyedNameHash.of(secret),
                new SharedCounterStore(map, prefix + " principal "),
                new SharedCounterStore(map, prefix + " address "));
    }

    /**
     * How long until this source may make its next attempt; zero where it may now. Asks only: no session is begun.
     *
     * @throws AttemptsUnavailableException where that is unknown, so that no attempt may be made
     */
    public Duration lockedFor(AttemptSource source) throws AttemptsUnavailableException {
        long now = clock.millis();
        PrincipalName principal = source.principal();
        return Stream.of(
                        ofSession(source).lockedFor(config.max(), config.window(), now),
                        principal == null ? Duration.ZERO : principals.lockedFor(principal.text(), now),
                        addresses.lockedFor(source.address().network(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** As {@link #lockedFor}, by the clock; empty where the next attempt may be made now. */
    public Optional<Instant> lockedUntil(AttemptSource source) throws AttemptsUnavailableException {
        Duration remaining = lockedFor(source);
        return remaining.isZero()
                ? Optional.empty()
                : Optional.of(clock.instant().plus(remaining));
    }

    /** How many attempts are left in the source's session: the only one of the three that a person can make sense of. */
    public int attemptsLeft(AttemptSource source) {
        return ofSession(source).left(config.max(), config.window(), clock.millis());
    }

    private AttemptCount ofSession(AttemptSource source) {
        return source.session().current().unlessForgotten(forgottenUntil);
    }

    /**
     * Forgets all attempts so far, of sessions, principals and addresses, for an operator who has cleared up what has happened. Of
     * servers that count together, this one alone forgets.
     */
    public void forgetAttempts() {
        forgottenUntil = clock.millis();
    }

    /**
     * Takes an attempt before it is made: from the session, the principal and the address, or from none of them. Each of the
     * three asks and takes in one step, so that of attempts which come together no more are taken than are allowed.
     *
     * @throws AttemptsUnavailableException where it can't be counted, so that it must not be made
     */
    public AttemptResult take(AttemptSource source) throws AttemptsUnavailableException {
        long now = clock.millis();
        List<TakenAttempt.Return> returns = new ArrayList<>();
        try {
            for (LimitedCounter counter : counters(source)) {
                AttemptCount before = counter.take(now);
                Duration remaining = before.lockedFor(counter.max(), counter.window(), now);
                if (!remaining.isZero()) {
                    new TakenAttempt(returns).giveBack();
                    return new AttemptResult.Locked(remaining);
                }
                returns.add(() -> counter.giveBack(before, now));
            }
            return new TakenAttempt(returns);
        } catch (AttemptsUnavailableException failed) {
            new TakenAttempt(returns).giveBack();
            throw failed;
        }
    }

    /** The session comes last: a person whose attempt could not be counted elsewhere has not made one. */
    private List<LimitedCounter> counters(AttemptSource source) {
        PrincipalName principal = source.principal();
        LimitedCounter ofAddress = addresses.of(source.address().network());
        long forgotten = forgottenUntil;
        LimitedCounter ofSession = new LimitedCounter(
                config.max(),
                config.window(),
                step -> source.session()
                        .change(known -> step.apply(known.unlessForgotten(forgotten)))
                        .unlessForgotten(forgotten));
        return principal == null
                ? List.of(ofAddress, ofSession)
                : List.of(ofAddress, principals.of(principal.text()), ofSession);
    }

    /**
     * A store whose counts can be forgotten: those that began until a time count as none. The store itself is left as it is, since one
     * that a cluster shares is not this server's to empty. No record, whose generated methods nobody would call.
     */
    private static final class ForgettableStore implements CounterStore {
        private final CounterStore store;
        private final LongSupplier until;

        /** @param until in milliseconds since the epoch, asked each time */
        ForgettableStore(CounterStore store, LongSupplier until) {
            this.store = store;
            this.until = until;
        }

        @Override
        public AttemptCount at(int slot) throws AttemptsUnavailableException {
            return store.at(slot).unlessForgotten(until.getAsLong());
        }

        @Override
        public AttemptCount change(int slot, UnaryOperator<AttemptCount> step) throws AttemptsUnavailableException {
            long forgotten = until.getAsLong();
            return store.change(slot, known -> step.apply(known.unlessForgotten(forgotten)))
                    .unlessForgotten(forgotten);
        }
    }
}
