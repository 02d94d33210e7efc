package org.facecheck.engine.service.pages;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.facecheck.engine.Person;
import org.facecheck.engine.service.enrolment.PersonJson;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageForm;

/**
 * The fields by which an operator says who somebody is, and the person that they make. They go the way of the JSON enrolment, so that one
 * reader says of both what a value has to be.
 */
final class EnrolmentForm {
    /** The fields that hold a text, by their names. */
    static final List<String> TEXTS = List.of("key", "fullName", "documentNumber", "expiry", "consent", "keepUntil");

    /** Both ways know the fields by the same names. */
    private EnrolmentForm() {}

    /**
     * Writes the fields.
     *
     * @param typed what they hold: nothing, or what was typed before a mistake
     */
    static void fields(Html html, PageForm typed) {
        html.required(
                        "key",
                        "Key",
                        "text",
                        "By which the application knows the person: the login name.",
                        typed.text("key"))
                .field("fullName", "Full name", "text", "As the document has it.", typed.text("fullName"))
                .field("documentNumber", "Document number", "text", "May be left out.", typed.text("documentNumber"))
                .field(
                        "expiry",
                        "Document valid until",
                        "date",
                        "May be left out, if the application does not ask for it.",
                        typed.text("expiry"))
                .field(
                        "consent",
                        "Consent",
                        "text",
                        "Where the person's consent is filed, such as HR-2026/0815.",
                        typed.text("consent"))
                .field(
                        "keepUntil",
                        "Keep until",
                        "date",
                        "The last day on which the person is recognised. Without it, somebody has to delete the person.",
                        typed.text("keepUntil"))
                // Never ticked for the operator: each enrolment is vouched for anew.
                .raw(
                        "<p class=\"field check\"><input id=\"verified\" name=\"verified\" type=\"checkbox\" value=\"yes\">"
                                + "<label for=\"verified\">I have compared the person with the document, face to face.</label></p>");
    }

    /**
     * The record says what the operator says; what is not said is unknown, and not good enough where somebody asks for it.
     *
     * @throws IllegalArgumentException if the key or a portrait is missing, or a date is none; the message names it
     */
    static Person person(PageForm form) {
        List<byte[]> portraits = Portraits.of(form);
        if (portraits.isEmpty()) {
            throw new IllegalArgumentException("there is no portrait");
        }
        JsonObjectBuilder record = Json.createObjectBuilder();
        // One tick says all three: an operator who saw person and document has seen a living person, and that they are
        // the one.
        if (form.text("verified").equals("yes")) {
            record.add("status", "ACCEPTED").add("verificationPassed", true).add("livenessDecision", "accept");
        }
        addIfSaid(record, "id", form.text("key"));
        addIfSaid(record, "expiry", form.text("expiry"));
        JsonObjectBuilder fields = Json.createObjectBuilder();
        addIfSaid(fields, "fullName", form.text("fullName"));
        addIfSaid(fields, "documentNumber", form.text("documentNumber"));
        JsonObjectBuilder consent = Json.createObjectBuilder();
        addIfSaid(consent, "reference", form.text("consent"));
        addIfSaid(consent, "keepUntil", form.text("keepUntil"));
        JsonObject sent = Json.createObjectBuilder()
                .add("key", form.text("key"))
                .add("record", record.add("fields", fields))
                .add("consent", consent)
                .build();
        return PersonJson.read(sent, portraits);
    }

    /** An empty field says nothing: it must not become a value that is empty. */
    private static void addIfSaid(JsonObjectBuilder object, String name, String value) {
        if (!value.isEmpty()) {
            object.add(name, value);
        }
    }
}
