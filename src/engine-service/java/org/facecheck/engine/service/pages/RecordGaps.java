package org.facecheck.engine.service.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facecheck.KycRecord;
import org.facecheck.engine.service.html.Html;

/**
 * What a record lacks for an application that asks for all that Facecheck asks for by default ({@code facecheck.accept}, in
 * configuration.md). Such a person is recognised and yet refused, and nobody would guess why.
 */
final class RecordGaps {
    /** A warning, and no refusal: the application decides what it asks for, and the engine does not know it. */
    private RecordGaps() {}

    /** Written as a warning; nothing is written if there are none. */
    static Html writeTo(Html html, KycRecord record, LocalDate today) {
        of(record, today)
                .ifPresent(gaps ->
                        html.raw("<p class=\"news caution\">").text(gaps).raw("</p>"));
        return html;
    }

    /** In a whole sentence, empty if nothing is missing. */
    static Optional<String> of(KycRecord record, LocalDate today) {
        List<String> gaps = new ArrayList<>();
        // The form's one tick gives all three; a table or a script may give them one by one.
        if (!"ACCEPTED".equals(record.status())
                || !Boolean.TRUE.equals(record.verificationPassed())
                || !"accept".equals(record.livenessDecision())) {
            gaps.add("it is not on record that the person was compared with the document");
        }
        LocalDate expiry = record.expiry();
        if (expiry == null) {
            gaps.add("it is not on record until when the document is valid");
        } else if (expiry.isBefore(today)) {
            gaps.add("the document is valid no more");
        }
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "An application with Facecheck's usual settings does not let this person in, although it knows the face: "
                                + String.join(", and ", gaps) + ".");
    }
}
