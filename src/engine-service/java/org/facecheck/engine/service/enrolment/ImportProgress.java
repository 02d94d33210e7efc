package org.facecheck.engine.service.enrolment;

import java.util.ArrayList;
import java.util.List;

/**
 * How far an import is. Immutable; the text form names nobody.
 *
 * @param table the file's name
 * @param lines how many people it has
 * @param done how many of them have been tried
 * @param enrolled how many of those are in the gallery now
 * @param problems line by line, for the operator's eyes
 * @param isOver whether no line is tried any more
 */
public record ImportProgress(String table, int lines, int done, int enrolled, List<Problem> problems, boolean isOver) {
    /** Who has more of them has something else to mend first. */
    private static final int MAX_PROBLEMS = 1000;

    /** Copies the list. */
    public ImportProgress {
        problems = List.copyOf(problems);
    }

    /**
     * Why somebody was not enrolled, or a portrait not used.
     *
     * @param line of the table; 0 for the table as a whole
     * @param reason in words, without the person's name
     */
    public record Problem(int line, String reason) {}

    static ImportProgress begun(String table, int lines) {
        return new ImportProgress(table, lines, 0, 0, List.of(), false);
    }

    /** One line further. */
    ImportProgress with(boolean isEnrolled, List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        more.stream().limit(Math.max(0, MAX_PROBLEMS - all.size())).forEach(all::add);
        return new ImportProgress(table, lines, done + 1, enrolled + (isEnrolled ? 1 : 0), all, false);
    }

    /** At its end, wherever that is. */
    ImportProgress over() {
        return new ImportProgress(table, lines, done, enrolled, problems, true);
    }

    /** A table that can't be read at all. */
    static ImportProgress failed(String table, String reason) {
        return new ImportProgress(table, 0, 0, 0, List.of(new Problem(0, reason)), true);
    }

    @Override
    public String toString() {
        return "ImportProgress[" + done + " of " + lines + "]";
    }
}
