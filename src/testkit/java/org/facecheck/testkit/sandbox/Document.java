package org.facecheck.testkit.sandbox;

import java.time.LocalDate;

/**
 * An identity card, as it was read when its owner was enrolled.
 *
 * @param localName the whole name in the country's own script
 * @param sex {@code F}, {@code M} or empty
 * @param expiry the last day on which it is valid
 */
public record Document(
        String firstName,
        String lastName,
        String localName,
        String sex,
        LocalDate dateOfBirth,
        Country nationality,
        String number,
        LocalDate expiry) {

    public String fullName() {
        return firstName + " " + lastName;
    }

    Document expiring(LocalDate day) {
        return new Document(firstName, lastName, localName, sex, dateOfBirth, nationality, number, day);
    }

    @Override
    public String toString() {
        return "Document";
    }
}
