package org.facecheck.internal.faceki.dialect;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.facecheck.KycRecord;
import org.facecheck.internal.faceki.dialect.V2Response.Kyc;
import org.facecheck.internal.faceki.dialect.V2Response.Response;
import org.facecheck.internal.faceki.http.JsonScalars;

/** Reads a KYC record of V2, whose document fields already have the names that Facecheck uses. */
final class V2Record {

    private V2Record() {}

    /** The record, in which everything may be missing: what is unknown is the acceptance policy's to judge. */
    static KycRecord read(Kyc kyc) {
        Optional<Response> onboarding = Optional.ofNullable(kyc.kycResponse);
        DocumentFields document = new DocumentFields();
        onboarding.map(response -> response.result).ifPresent(document::putAll);
        // The copies beside it, as far as the document itself lacks the field; "country" is its issuer's.
        document.putIfMissing("fullName", kyc.fullName);
        document.putIfMissing("fullName_local", kyc.localName);
        document.putIfMissing("dob", kyc.dob);
        document.putIfMissing("documentNumber", kyc.documentId);
        document.putIfMissing("issuerOrg_full", kyc.country);
        document.putIfMissing("issuerOrg_iso2", kyc.countryCode);
        document.putIfMissing("issuerOrg_iso3", kyc.countryCodeIso3);

        JsonValue passed = onboarding
                .map(response -> response.verification)
                .map(verification -> verification.passed)
                .orElse(JsonValue.NULL);
        return new KycRecord(
                JsonScalars.text(kyc.id).orElse(null),
                kyc.faceId,
                kyc.status,
                kyc.deleteStatus,
                JsonScalars.allTrue(List.of(passed)),
                Optional.ofNullable(kyc.livenessResponse)
                        .map(liveness -> liveness.decision)
                        .orElse(null),
                document.expiry().orElse(null),
                document.asMap());
    }
}
