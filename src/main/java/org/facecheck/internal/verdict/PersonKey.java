package org.facecheck.internal.verdict;

import java.util.List;
import java.util.Optional;
import org.facecheck.KycRecord;
import org.facecheck.internal.caller.ComparableText;

/**
 * What tells one person's records from another's: name and date of birth, which an identity card and a passport share. A
 * record without them stands for its document, one without that for its own id, and one without that for itself alone: doubt
 * counts as two persons, and two persons are not verified.
 *
 * @param kind what the parts are; keys of two kinds are never equal
 * @param parts comparable, and personal: never shown
 */
record PersonKey(Kind kind, List<?> parts) {

    /** From the best that a record has to the worst. */
    enum Kind {
        NAME_AND_BIRTH,
        DOCUMENT,
        RECORD_ID,
        RECORD_ITSELF
    }

    static PersonKey of(KycRecord record) {
        return ofFields(Kind.NAME_AND_BIRTH, record, "fullName", "dob")
                .or(() -> ofFields(Kind.DOCUMENT, record, "documentNumber", "issuerOrg_iso3"))
                .or(() -> ofRecordId(record))
                .orElseGet(() -> new PersonKey(Kind.RECORD_ITSELF, List.of(new Identity(record))));
    }

    /** Only of both fields: one name alone, or one number without its issuer, may be many persons'. */
    private static Optional<PersonKey> ofFields(Kind kind, KycRecord record, String first, String second) {
        return comparable(record, first)
                .flatMap(a -> comparable(record, second).map(b -> new PersonKey(kind, List.of(a, b))));
    }

    /** An id is the service's own, so it is compared to the letter. */
    private static Optional<PersonKey> ofRecordId(KycRecord record) {
        return Optional.ofNullable(record.recordId())
                .filter(id -> ComparableText.of(id).isComparable())
                .map(id -> new PersonKey(Kind.RECORD_ID, List.of(id)));
    }

    private static Optional<ComparableText> comparable(KycRecord record, String field) {
        return record.field(field).map(ComparableText::of).filter(ComparableText::isComparable);
    }

    @Override
    public String toString() {
        return "Person";
    }

    /** One object: two records without any content are equal as values, and may be two persons'. */
    private record Identity(KycRecord record) {
        @Override
        @SuppressWarnings("ReferenceEquality") // that is what this type is for
        public boolean equals(Object other) {
            return other instanceof Identity that && that.record == record;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(record);
        }
    }
}
