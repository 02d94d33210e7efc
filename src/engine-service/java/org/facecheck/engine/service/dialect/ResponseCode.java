package org.facecheck.engine.service.dialect;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.facecheck.FaceMatch.Hint;

/**
 * The codes that the Face Match API documents, as far as the engine has a reason to send them. The names are the contract's own,
 * with their spelling. There is none for the account's quota, since nothing here is billed, and none for onboarding's documents, which
 * the engine has not seen.
 */
public enum ResponseCode {
    /** Nothing is said about the person. */
    INTERNAL_SYSTEM_ERROR(1000),
    /** The operator must act: the gallery is too large to be searched at the stated rate. */
    NO_RULES_FOR_COMPANY(7001),
    /** The form has no picture of the name that this form of the API asks for. */
    NEED_REQUIRED_IMAGES(8001),
    /** The picture can't be read, or nothing in particular is known to be wrong. */
    PLEASE_TRY_AGAIN(8003),
    FACE_CROPPED(8004),
    /** Never sent: a face that is too near is cropped, or at the border. */
    FACE_TOO_CLOSED(8005),
    FACE_NOT_FOUND(8006),
    FACE_CLOSED_TO_BORDER(8007),
    FACE_TOO_SMALL(8008),
    POOR_LIGHT(8009),
    SELFIE_MULTIPLE_FACES(8018),
    FACE_BLURR(8019);

    private final int number;

    ResponseCode(int number) {
        this.number = number;
    }

    /** What is said of a picture that has to be taken anew. */
    static ResponseCode of(Hint hint) {
        return switch (hint) {
            case TRY_AGAIN -> PLEASE_TRY_AGAIN;
            case NO_FACE -> FACE_NOT_FOUND;
            case TWO_FACES -> SELFIE_MULTIPLE_FACES;
            case TOO_DARK -> POOR_LIGHT;
            case BLURRED -> FACE_BLURR;
            case CROPPED -> FACE_CROPPED;
            case AT_BORDER -> FACE_CLOSED_TO_BORDER;
            case TOO_CLOSE -> FACE_TOO_CLOSED;
            case TOO_SMALL -> FACE_TOO_SMALL;
        };
    }

    /** As the documented form says it. */
    public JsonObject json() {
        return Json.createObjectBuilder()
                .add("responseCode", number)
                .add("message", name())
                .add("data", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    int number() {
        return number;
    }
}
