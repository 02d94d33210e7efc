package org.facecheck.testkit.sandbox;

import java.time.LocalDate;

/** Documents for tests. */
final class Documents {

    static final Document VALID = new Document(
            "Zoë",
            "Brontë",
            "زوي",
            "",
            LocalDate.of(1990, 1, 2),
            Country.of("gbr").orElseThrow(),
            "ABC123",
            LocalDate.of(2040, 1, 1));

    private Documents() {}
}
