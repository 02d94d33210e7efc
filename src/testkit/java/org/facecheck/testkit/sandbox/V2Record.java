package org.facecheck.testkit.sandbox;

import static jakarta.json.JsonValue.EMPTY_JSON_ARRAY;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A KYC record in the shape of the documented sample, field by field and in its order, oddities included: a number as a
 * string, one id under two names, links to pictures that nobody should keep.
 */
record V2Record(Onboarding onboarding) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final List<String> CHECKS = List.of(
            "data_visibility",
            "image_quality",
            "feature_referencing",
            "exif_check",
            "publicity_check",
            "text_analysis",
            "biometric_analysis",
            "security_feature_check",
            "recapture_check");

    JsonObject json() {
        Document document = onboarding.document();
        return Json.createObjectBuilder()
                .add("_id", onboarding.hex("record").substring(0, 24))
                .add("kycResponse", kycResponse())
                .add("livenessResponse", livenessResponse())
                .add("fullName", document.fullName())
                .add("referenceId", onboarding.hex("response"))
                .add("documentId", document.number())
                .add("DOB", date(document.dateOfBirth()))
                .add("localName", document.localName())
                .add("country", document.nationality().name())
                .add("countryCode", document.nationality().iso2())
                .add("countryCodeISO3", document.nationality().iso3())
                .add("idFrontImage", link("front"))
                .add("idBackImage", link("back"))
                .add("status", onboarding.status())
                .add("deleteStatus", onboarding.deleteStatus())
                .add("companyId", "00000000-0000-4000-8000-000000000000")
                .add("selfieImage", link("selfie"))
                .add("documentCropFaceImageUrl", link("face"))
                .add("faceID", onboarding.faceId().toString())
                .add("imageID", onboarding.uuid("image").toString())
                .add("difcCode", "")
                .add("link", "client")
                .add("deviceDetails", device())
                .add("modifiedBy", "")
                .add("createdAt", onboarding.when().toString())
                .add("updatedAt", onboarding.when().toString())
                .add("__v", 0)
                .build();
    }

    private JsonObjectBuilder kycResponse() {
        JsonObject result = result();
        return Json.createObjectBuilder()
                .add("result", result)
                .add("confidence", confidence(result))
                .add("face", Json.createObjectBuilder().add("isIdentical", true).add("confidence", "0.786"))
                .add(
                        "verification",
                        Json.createObjectBuilder()
                                .add("passed", onboarding.passed())
                                .add(
                                        "result",
                                        Json.createObjectBuilder()
                                                .add("face", onboarding.passed())
                                                .add("notexpired", true)))
                .add("output", EMPTY_JSON_ARRAY)
                .addNull("outputface")
                .add("authentication", authentication())
                .add("matchrate", 1)
                .add("executionTime", 8.75)
                .add("responseID", onboarding.hex("response"))
                .add("quota", 2537)
                .add("credit", 0)
                .add("aml", EMPTY_JSON_ARRAY)
                .add("vaultid", onboarding.hex("vault"));
    }

    private JsonObject result() {
        Document document = onboarding.document();
        Country country = document.nationality();
        JsonObjectBuilder result = Json.createObjectBuilder()
                .add("documentNumber", document.number())
                .add("firstName", document.firstName())
                .add("middleName", "")
                .add("lastName", document.lastName())
                .add("fullName", document.fullName().toUpperCase(Locale.ROOT))
                .add("fullName_local", document.localName())
                .add("sex", document.sex())
                .add("age", onboarding.age());
        addDate(result, "dob", document.dateOfBirth());
        addDate(result, "expiry", document.expiry());
        return result.add("daysToExpiry", onboarding.daysToExpiry())
                .add("documentType", "I")
                .add("documentSide", "DUAL")
                .add("issuerOrg_full", country.name())
                .add("issuerOrg_iso2", country.iso2())
                .add("issuerOrg_iso3", country.iso3())
                .add("nationality_full", country.name())
                .add("nationality_iso2", country.iso2())
                .add("nationality_iso3", country.iso3())
                .add("internalId", "MRZ")
                .build();
    }

    private static void addDate(JsonObjectBuilder result, String name, LocalDate date) {
        result.add(name, date(date))
                .add(name + "_day", date.getDayOfMonth())
                .add(name + "_month", date.getMonthValue())
                .add(name + "_year", date.getYear());
    }

    private static JsonObjectBuilder confidence(JsonObject result) {
        JsonObjectBuilder confidence = Json.createObjectBuilder();
        result.keySet().forEach(name -> confidence.add(name, 1));
        confidence.add("documentNumber", 0.994).add("fullName_local", 0.962);
        return confidence;
    }

    private static JsonObjectBuilder authentication() {
        JsonObjectBuilder breakdown = Json.createObjectBuilder();
        CHECKS.forEach(check -> breakdown.add(check, Json.createObjectBuilder().add("passed", true)));
        return Json.createObjectBuilder()
                .add("score", 0.7)
                .add("breakdown", breakdown)
                .add("warning", EMPTY_JSON_ARRAY);
    }

    private JsonObjectBuilder livenessResponse() {
        return Json.createObjectBuilder()
                .add("success", true)
                .add("transactionId", onboarding.hex("liveness"))
                .add("profileId", onboarding.hex("profile"))
                .add("reviewScore", onboarding.liveness().equals("review") ? 60 : 0)
                .add("rejectScore", onboarding.liveness().equals("reject") ? 90 : 0)
                .add("decision", onboarding.liveness())
                .add("quota", 2538)
                .add("credit", 0)
                .add("executionTime", 0.65);
    }

    private static JsonObjectBuilder device() {
        return Json.createObjectBuilder()
                .add("ipAddress", "192.0.2.1")
                .add("browserName", "Sandbox")
                .add("osName", "");
    }

    private String link(String picture) {
        return "https://pictures.example/%s/%s.jpg".formatted(onboarding.hex("record"), picture);
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }
}
