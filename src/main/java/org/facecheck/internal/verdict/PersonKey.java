package org.facecheck.internal.verdict;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.facecheck.KycRecord;

/**
 * What tells one person's records from another's: name and date of birth, which an identity card and a passport share. A
 * record without them stands for its document, and one without that for itself alone, so that doubt counts as two persons.
 *
 * @param key comparable, and personal: never shown
 */
record PersonKey(String key) {

    static PersonKey of(KycRecord record) {
        return new PersonKey(joined(record, "fullName", "dob")
                .or(() -> joined(record, "documentNumber", "issuerOrg_iso3"))
                .or(() -> Optional.ofNullable(record.recordId()).filter(id -> !id.isBlank()))
                .orElseGet(() -> "unknown " + System.identityHashCode(record)));
    }

    private static Optional<String> joined(KycRecord record, String first, String second) {
        return told(record, first).flatMap(a -> told(record, second).map(b -> normal(a) + '|' + normal(b)));
    }

    private static Optional<String> told(KycRecord record, String name) {
        return record.field(name).filter(text -> !text.isBlank());
    }

    /** Compatible letters, case and spacing aside, names are compared as they stand. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "Person";
    }
}
