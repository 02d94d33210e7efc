package org.facecheck.faceki;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.facecheck.KycRecord;
import org.facecheck.faceki.FaceCheckAnswer.Kyc;
import org.facecheck.faceki.FaceCheckAnswer.Liveness;
import org.facecheck.faceki.FaceCheckAnswer.Response;
import org.facecheck.faceki.FaceCheckAnswer.Verification;

/** Reads a KYC record of V2, whose document fields already have the names that Facecheck uses. */
final class V2Record {

    private V2Record() {}

    static KycRecord read(Kyc kyc) {
        Optional<Response> onboarding = Optional.ofNullable(kyc.kycResponse());
        DocumentFields document = new DocumentFields();
        onboarding.map(Response::result).ifPresent(document::putAll);
        // The copies beside it, as far as the document itself lacks the field; "country" is its issuer's.
        document.putIfMissing("fullName", kyc.fullName());
        document.putIfMissing("fullName_local", kyc.localName());
        document.putIfMissing("dob", kyc.dob());
        document.putIfMissing("documentNumber", kyc.documentId());
        document.putIfMissing("issuerOrg_full", kyc.country());
        document.putIfMissing("issuerOrg_iso2", kyc.countryCode());
        document.putIfMissing("issuerOrg_iso3", kyc.countryCodeIso3());

        JsonValue passed =
                onboarding.map(Response::verification).map(Verification::passed).orElse(JsonValue.NULL);
        return new KycRecord(
                Scalars.text(kyc.id()).orElse(null),
                kyc.faceId(),
                kyc.status(),
                kyc.deleteStatus(),
                Scalars.allTrue(List.of(passed)),
                Optional.ofNullable(kyc.livenessResponse())
                        .map(Liveness::decision)
                        .orElse(null),
                document.expiry().orElse(null),
                document.asMap());
    }
}
