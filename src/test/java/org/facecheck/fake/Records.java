package org.facecheck.fake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.facecheck.KycRecord;

/** Makes KYC records that are in order but for what a test changes; {@code null} takes something away. */
public record Records(
        String id,
        String status,
        String deletion,
        Boolean verification,
        String liveness,
        LocalDate expiry,
        Map<String, String> fields) {

    /** A record in order, of somebody with a name. */
    public static Records of(String id, String name) {
        return new Records(
                id,
                "ACCEPTED",
                "ACTIVE",
                true,
                "accept",
                LocalDate.of(2030, 6, 30),
                Map.of("fullName", name, "dob", "1980-02-03", "documentNumber", "N-" + id, "issuerOrg_iso3", "ARE"));
    }

    public Records status(String value) {
        return new Records(id, value, deletion, verification, liveness, expiry, fields);
    }

    public Records deletion(String value) {
        return new Records(id, status, value, verification, liveness, expiry, fields);
    }

    public Records verification(Boolean value) {
        return new Records(id, status, deletion, value, liveness, expiry, fields);
    }

    public Records liveness(String value) {
        return new Records(id, status, deletion, verification, value, expiry, fields);
    }

    public Records expiry(LocalDate value) {
        return new Records(id, status, deletion, verification, liveness, value, fields);
    }

    public Records field(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Records(id, status, deletion, verification, liveness, expiry, changed);
    }

    public KycRecord build() {
        return new KycRecord(id, "face", status, deletion, verification, liveness, expiry, fields);
    }
}
