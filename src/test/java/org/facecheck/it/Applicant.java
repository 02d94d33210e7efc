package org.facecheck.it;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Somebody who went through KYC, with letters and digits that nobody else has. */
record Applicant(
        String recordId,
        String fullName,
        String localName,
        String firstName,
        String lastName,
        String documentNumber,
        String middleName,
        String nameBeside,
        String faceId,
        String link,
        String vault) {

    static Applicant random(Random random) {
        return new Applicant(
                letters(random, 'a', 24),
                letters(random, 'A', 20),
                letters(random, '\u0627', 12),
                letters(random, 'A', 12),
                letters(random, 'A', 12),
                letters(random, '0', 14),
                letters(random, 'A', 12),
                letters(random, 'A', 20),
                letters(random, 'a', 32),
                letters(random, 'a', 24),
                letters(random, 'a', 24));
    }

    static String letters(Random random, char first, int length) {
        StringBuilder letters = new StringBuilder();
        random.ints(length, 0, 10).forEach(letter -> letters.append((char) (first + letter)));
        return letters.toString();
    }

    /** What a session may hold of them once they have passed. */
    Map<String, String> kept() {
        return Map.of(
                "recordId", recordId,
                "fullName", fullName,
                "fullName_local", localName,
                "firstName", firstName,
                "lastName", lastName);
    }

    /** What is nowhere once the check is over. */
    List<String> neverKept() {
        return List.of(documentNumber, middleName, nameBeside, faceId, link, vault);
    }

    /** The documented answer, as theirs. */
    String in(String documented) {
        return documented
                .replace("644b7cff16cc73de26ff9b9c", recordId)
                .replace("FIRST MIDDLE LAST NAME", fullName)
                .replace("الاسم بالعربي", localName)
                .replace("\"firstName\": \"Name\"", "\"firstName\": \"" + firstName + "\"")
                .replace("\"lastName\": \"Last name\"", "\"lastName\": \"" + lastName + "\"")
                .replace("930813316", documentNumber)
                .replace("Middle name", middleName)
                .replace("First middle last name", nameBeside)
                .replace("2f1ebdb7-e6d1-448e-9b2c-3ddfe97672d7", faceId)
                .replace("imagelink", "https://pictures.example/" + link)
                .replace("vPpYZxjrDTSnC8MmDeFPNzvLvFghaAyy", vault);
    }
}
