package org.facecheck.engine.service.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.EnrolmentReport.PortraitProblem;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.dialect.Answer;
import org.facecheck.engine.service.enrolment.EnrolmentOffice;
import org.facecheck.engine.service.enrolment.EnrolmentOffice.Place;
import org.facecheck.engine.service.enrolment.PersonJson;

/**
 * Enrols and deletes people, one a request, for clients that may. Keys are in bodies, since addresses are logged. One person a request
 * makes long imports simple: the script that sends them knows how far it is, what failed and why, and where to go on. Thread-safe.
 */
public final class PeopleEndpoint {
    private static final int MAX_PERSON = 32 << 20; // a few portraits, in Base64
    private static final int MAX_KEY = 8192;
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private final Tokens tokens;
    private final Gallery gallery;
    private final EnrolmentOffice office;
    private final ArrivalLimits arrivals;

    /** Enrols into this gallery. */
    public PeopleEndpoint(Tokens tokens, Gallery gallery, EnrolmentOffice office, ArrivalLimits arrivals) {
        this.tokens = tokens;
        this.gallery = gallery;
        this.office = office;
        this.arrivals = arrivals;
    }

    Answer enrol(ApiRequest request) throws IOException {
        Optional<Client> client = tokens.client(request.token(), Right.ENROL);
        if (client.isEmpty()) {
            return error(401, "a token for enrolling is needed");
        }
        // Only asked: the one place is for who is there, and a body on a slow line would keep all others from it.
        if (!office.isFree()) {
            return Answer.overloaded();
        }
        return arrivals.admit(Sender.ENROLLER, () -> enrol(client.get(), request))
                .orElseGet(Answer::overloaded);
    }

    private Answer enrol(Client client, ApiRequest request) throws IOException {
        Optional<JsonObject> sent = JsonBody.read(request, MAX_PERSON);
        if (sent.isEmpty()) {
            return error(400, "the body is no JSON object, or has more than 32 MiB");
        }
        Optional<Place> free = office.tryTake();
        if (free.isEmpty()) {
            return Answer.overloaded();
        }
        try (Place place = free.get()) {
            return answer(place.enrol(PersonJson.read(sent.get())), client);
        } catch (IllegalArgumentException wrong) {
            return error(400, String.valueOf(wrong.getMessage()));
        }
    }

    Answer delete(ApiRequest request) throws IOException {
        Optional<Client> client = tokens.client(request.token(), Right.ENROL);
        if (client.isEmpty()) {
            return error(401, "a token for enrolling is needed");
        }
        return arrivals.admit(Sender.OPERATOR, () -> delete(client.get(), request))
                .orElseGet(Answer::overloaded);
    }

    private Answer delete(Client client, ApiRequest request) throws IOException {
        Optional<JsonObject> sent = JsonBody.read(request, MAX_KEY);
        String key = sent.map(body -> body.getString("key", "")).orElse("");
        if (key.isEmpty()) {
            return error(400, "key is missing");
        }
        boolean deleted = gallery.remove(key);
        log(client, deleted ? "deleted a person" : "asked to delete a person who is not on file");
        return deleted
                ? new Answer(
                        200, Json.createObjectBuilder().add("deleted", true).build())
                : error(404, "nobody is enrolled under this key");
    }

    /** Under which other key a face is on file is not said: a client with this right could go through people's faces by it. */
    private Answer answer(EnrolmentReport report, Client client) {
        log(client, report.isEnrolled() ? "enrolled a person" : "failed to enrol a person");
        JsonArrayBuilder problems = Json.createArrayBuilder();
        for (PortraitProblem problem : report.problems()) {
            problems.add(Json.createObjectBuilder()
                    .add("portrait", problem.portrait())
                    .add("reason", problem.reason()));
        }
        Enrolment outcome = report.outcome();
        JsonObject body = Json.createObjectBuilder()
                .add("enrolled", report.isEnrolled())
                .add("outcome", outcome.getClass().getSimpleName())
                .add("problems", problems)
                .add("people", gallery.people())
                .add("searchable", gallery.isSearchable())
                .build();
        boolean taken = outcome instanceof Enrolment.AlreadyEnrolled;
        return new Answer(report.isEnrolled() ? 200 : taken ? 409 : 422, body);
    }

    /** By the client's id, which the operator gave; the store's audit trail has whom. */
    private static void log(Client client, String what) {
        LOG.log(System.Logger.Level.INFO, "client {0} {1}", client.id(), what);
    }

    private static Answer error(int status, String message) {
        return new Answer(
                status, Json.createObjectBuilder().add("message", message).build());
    }
}
