package org.facecheck.testkit.sandbox;

import jakarta.json.Json;
import java.util.function.Function;

/** How a face check can be answered: with a look at the picture, or with any of the troubles that the API knows. */
public enum CheckBehaviour implements Behaviour {
    REAL("what the picture shows", Question::compared),
    MATCH("a match with the person most like the picture, however little that is", Question::matched),
    NO_MATCH("no match, nobody in the answer", Question::nobody),
    DATA_NOT_FOUND("no match, code 8013", code(8013)),

    TRY_AGAIN("another picture: try again, 8003", code(8003)),
    CROPPED("another picture: face cropped, 8004", code(8004)),
    TOO_CLOSE("another picture: too close, 8005", code(8005)),
    NO_FACE("another picture: no face found, 8006", code(8006)),
    AT_BORDER("another picture: too close to the border, 8007", code(8007)),
    TOO_SMALL("another picture: face too small, 8008", code(8008)),
    TOO_DARK("another picture: poor light, 8009", code(8009)),
    TWO_FACES("another picture: more than one face, 8018", code(8018)),
    BLURRED("another picture: blurred, 8019", code(8019)),

    DECLINED("a match, but its record was declined", question -> question.matched(r -> r.withStatus("DECLINED"))),
    UNDER_REVIEW("a match, but its record is under review", question -> question.matched(r -> r.withStatus("REVIEW"))),
    DELETED("a match, but its record was deleted", question -> question.matched(r -> r.withDeleteStatus("DELETED"))),
    NOT_PASSED("a match, but its verification had not passed", question -> question.matched(Onboarding::notPassed)),
    LIVENESS_REVIEW(
            "a match, but its liveness is under review", question -> question.matched(r -> r.withLiveness("review"))),
    LIVENESS_REJECT(
            "a match, but its liveness was rejected", question -> question.matched(r -> r.withLiveness("reject"))),
    EXPIRED("a match, but its document has expired", question -> question.matched(Onboarding::longAgo)),
    DOCUMENTS_NOT_ACCEPTED("documents not accepted, 8002", code(8002)),
    TWO_PEOPLE("a match with two people at once", Question::twoPeople),
    NO_FACE_IDS("a contradiction: a match without any face id", Question::matchedWithoutFace),
    UNLISTED_FACE("a contradiction: a record whose face id is not listed", Question::matchedOtherFace),

    NO_RULES("no rules for the company, 7001", code(7001)),
    LIMIT_REACHED("the account's quota is used up, 8017", code(8017)),
    INTERNAL_ERROR("the service's own word that it failed, 1000", code(1000)),
    UNKNOWN_CODE("a code that is in no table, 9999", code(9999)),
    UNAUTHORIZED(
            "the token is refused, status 401", question -> question.dialect().unauthorized()),
    TOO_MANY_REQUESTS(
            "too many requests, status 429",
            question -> Answer.json(
                    429,
                    Json.createObjectBuilder()
                            .add("message", "Too Many Requests")
                            .build(),
                    "too many requests")),
    SERVER_ERROR("a server error, status 500", question -> Answer.of(500, "text/plain", "", "server error")),

    SLOW("what the picture shows, but late", Question::compared),
    CUT_CONNECTION(
            "the connection ends in the middle of a match",
            question -> question.matched().cutOff()),
    HALF_AN_ANSWER("half the JSON of a match", question -> question.matched().halved()),
    NOT_JSON("text that is no JSON", question -> Answer.of(200, "application/json", "all is well", "not JSON")),
    HTML(
            "a page, as a proxy would send",
            question -> Answer.of(200, "text/html", "<!DOCTYPE html><title>Maintenance</title>", "HTML")),
    HUGE(
            "a match with four megabytes of blanks in it",
            question -> question.matched().blownUp(4 << 20));

    private final String label;
    private final Function<Question, Answer> reply;

    CheckBehaviour(String label, Function<Question, Answer> reply) {
        this.label = label;
        this.reply = reply;
    }

    private static Function<Question, Answer> code(int code) {
        return question -> question.dialect().code(code);
    }

    Answer answer(Question question) {
        return reply.apply(question);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String calls() {
        return "face checks";
    }
}
