package org.facecheck.testkit.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is to be set on the console. Without {@code times} an order holds for one call, without {@code delay} it is followed
 * at once.
 *
 * @param order what to answer, empty to leave that as it is
 * @param tokenLifetime how long tokens shall live, empty to leave that as it is
 * @param problems what is wrong with the form; nothing is to be set if there are any
 */
public record ConsoleForm(
        Optional<Order<? extends Behaviour>> order, Optional<Duration> tokenLifetime, List<String> problems) {

    static final int MAX_DELAY = 60_000;
    static final int MAX_TIMES = 1_000_000;
    static final int MAX_LIFETIME = 86_400;

    private static final int SLOW = 3_000;

    /** @param parameters the form's, {@code null} for one that was not sent */
    public static ConsoleForm read(UnaryOperator<String> parameters) {
        List<String> problems = new ArrayList<>();
        OptionalInt times = number("times", "a whole number", 0, MAX_TIMES, parameters, problems);
        OptionalInt delay = number("delay", "milliseconds", 0, MAX_DELAY, parameters, problems);
        OptionalInt lifetime = number("tokenLifetime", "seconds", 1, MAX_LIFETIME, parameters, problems);
        String answer = parameters.apply("answer");
        Optional<Behaviour> behaviour = Optional.ofNullable(answer).flatMap(Behaviour::of);

        if (answer != null && behaviour.isEmpty()) {
            problems.add("answer: must be one of " + values() + ".");
        }
        if (answer == null && (times.isPresent() || delay.isPresent())) {
            problems.add("answer: times and delay say nothing without it.");
        }
        if (answer == null && lifetime.isEmpty() && problems.isEmpty()) {
            problems.add("Nothing to set: send answer, or tokenLifetime.");
        }
        return new ConsoleForm(
                behaviour.map(chosen -> new Order<>(chosen, times.orElse(1), delay(chosen, delay.orElse(0)))),
                lifetime.stream().mapToObj(Duration::ofSeconds).findFirst(),
                List.copyOf(problems));
    }

    private static Duration delay(Behaviour chosen, int millis) {
        return Duration.ofMillis(chosen == CheckBehaviour.SLOW && millis == 0 ? SLOW : millis);
    }

    /** A field that was left blank counts as not sent. */
    private static OptionalInt number(
            String name, String unit, int min, int max, UnaryOperator<String> parameters, List<String> problems) {
        String text = Optional.ofNullable(parameters.apply(name)).orElse("").strip();
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            problems.add("%s: must be %s from %d to %d.".formatted(name, unit, min, max));
            return OptionalInt.empty();
        }
        return OptionalInt.of(number);
    }

    private static String values() {
        return Behaviour.all().stream().map(Behaviour::value).collect(Collectors.joining(", "));
    }
}
