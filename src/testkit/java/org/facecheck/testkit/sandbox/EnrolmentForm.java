package org.facecheck.testkit.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's data as typed into the enrolment page. {@link #problems} says what is wrong with it; only of a form without any
 * can a {@link #document} be made.
 *
 * @param typed the text of every field by its name, stripped, empty if there is none
 */
public record EnrolmentForm(Map<String, String> typed, LocalDate today) {

    private static final String FIRST_NAME = "firstName";
    private static final String LAST_NAME = "lastName";
    private static final String LOCAL_NAME = "localName";
    private static final String DATE_OF_BIRTH = "dateOfBirth";
    private static final String NATIONALITY = "nationality";
    private static final String DOCUMENT_NUMBER = "documentNumber";
    private static final String EXPIRY = "expiry";

    public static final List<String> FIELDS =
            List.of(FIRST_NAME, LAST_NAME, LOCAL_NAME, DATE_OF_BIRTH, NATIONALITY, DOCUMENT_NUMBER, EXPIRY);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .,'’·-]{0,59}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{3,19}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int OLDEST = 130;

    /** For each field with something wrong, what that is. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        name(FIRST_NAME, problems);
        name(LAST_NAME, problems);
        if (!typed(LOCAL_NAME).isEmpty()) {
            name(LOCAL_NAME, problems);
        }
        Optional<LocalDate> born = date(DATE_OF_BIRTH, problems);
        if (born.isPresent() && (born.get().isAfter(today) || born.get().isBefore(today.minusYears(OLDEST)))) {
            problems.put(DATE_OF_BIRTH, "Must lie in the past, within a human lifetime.");
        }
        if (Country.of(typed(NATIONALITY)).isEmpty()) {
            problems.put(NATIONALITY, "A country's code of three letters, such as BHR, CHN or DEU.");
        }
        if (!NUMBER.matcher(typed(DOCUMENT_NUMBER)).matches()) {
            problems.put(DOCUMENT_NUMBER, "4 to 20 letters (A to Z), digits and hyphens.");
        }
        if (date(EXPIRY, problems).filter(today::isAfter).isPresent()) {
            problems.put(EXPIRY, "The document has expired; onboarding would not take it.");
        }
        return problems;
    }

    private void name(String field, Map<String, String> problems) {
        if (!NAME.matcher(typed(field)).matches()) {
            problems.put(field, "1 to 60 letters of any script; spaces, hyphens and apostrophes in between.");
        }
    }

    private Optional<LocalDate> date(String field, Map<String, String> problems) {
        try {
            if (DATE.matcher(typed(field)).matches()) {
                return Optional.of(LocalDate.parse(typed(field)));
            }
        } catch (DateTimeParseException noSuchDay) {
            // Said below.
        }
        problems.put(field, "A day of the calendar, as in 1991-03-14.");
        return Optional.empty();
    }

    public Document document() {
        String fullName = typed(FIRST_NAME) + " " + typed(LAST_NAME);
        return new Document(
                typed(FIRST_NAME),
                typed(LAST_NAME),
                typed(LOCAL_NAME).isEmpty() ? fullName : typed(LOCAL_NAME),
                "",
                LocalDate.parse(typed(DATE_OF_BIRTH)),
                Country.of(typed(NATIONALITY)).orElseThrow(),
                typed(DOCUMENT_NUMBER).toUpperCase(Locale.ROOT),
                LocalDate.parse(typed(EXPIRY)));
    }

    private String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        return "EnrolmentForm";
    }
}
