package org.facecheck.engine.service.api;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facecheck.FaceMatch;
import org.facecheck.Selfie;
import org.facecheck.engine.EngineFaceMatcher;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.dialect.Answer;
import org.facecheck.engine.service.dialect.Dialect;
import org.facecheck.engine.service.dialect.ResponseCode;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.upload.MultipartParser;
import org.jspecify.annotations.Nullable;

/**
 * Answers whose face a selfie shows. So few may be at it as the matcher computes and keeps waiting. A place among these is taken for a
 * picture that is there, and not for one that is still to come: else a few clients with slow lines would keep all others out. Thread-safe.
 *
 * <p>The form is read in memory by the library's own parser: a container's may write a part to a disk, where a face must not go.
 */
public final class CheckEndpoint {
    /** The optional part that names the person whom somebody claims to be. Other servers of the API don't know it. */
    static final String PERSON_KEY = "person_key";

    /** Of a photograph of a phone's camera, with room. */
    private static final int MAX_BODY = 10 << 20;

    /** How many bodies may be on their way for each place; each has a thread of the server's. */
    public static final int ARRIVING_FOR_EACH = 2;

    private static final int SECONDS = 20; // the library's client waits no longer, by default

    private final Tokens tokens;
    private final EngineFaceMatcher matcher;
    private final SelfieReader pictures = new SelfieReader();
    private final Semaphore places;
    private final Semaphore arriving;

    /**
     * Answers to who has a token.
     *
     * @param places how many pictures may be at it; who comes while all are taken is told to come later, before anything is read
     */
    public CheckEndpoint(Tokens tokens, EngineFaceMatcher matcher, int places) {
        this.tokens = tokens;
        this.matcher = matcher;
        this.places = new Semaphore(places);
        this.arriving = new Semaphore(places * ARRIVING_FOR_EACH);
    }

    Answer check(Dialect dialect, ApiRequest request) throws IOException {
        if (tokens.client(request.token(), Right.CHECK).isEmpty()) {
            return dialect.unauthorized();
        }
        // Only asked here, so that nobody sends a picture in vain; what has arrived takes a place, or is refused after
        // all.
        if (places.availablePermits() == 0 || !arriving.tryAcquire()) {
            return Answer.overloaded();
        }
        Optional<byte[]> body;
        try {
            body = request.body(MAX_BODY);
        } finally {
            arriving.release();
        }
        if (body.isEmpty()) {
            return new Answer(413, JsonValue.EMPTY_JSON_OBJECT);
        }
        if (!places.tryAcquire()) {
            return Answer.overloaded();
        }
        try {
            return compare(dialect, request.contentType(), body.get());
        } finally {
            places.release();
        }
    }

    private Answer compare(Dialect dialect, @Nullable String type, byte[] body) {
        Map<String, byte[]> parts =
                MultipartParser.of(type).flatMap(parser -> parser.parse(body)).orElse(Map.of());
        byte[] picture = parts.get(dialect.partName());
        if (picture == null) {
            return dialect.code(ResponseCode.NEED_REQUIRED_IMAGES);
        }
        try {
            // The structure first: what is made to exhaust a decoder is refused before one sees it.
            Selfie selfie = pictures.read(picture);
            // An empty key is nobody's, and no reason to search: who said something about the person meant one.
            byte[] key = parts.get(PERSON_KEY);
            return dialect.of(await(
                    key == null
                            ? matcher.match(selfie)
                            : matcher.match(selfie, new String(key, StandardCharsets.UTF_8))));
        } catch (UnusableImageException unusable) {
            // Which part of the file is wrong would tell people nothing that they could do.
            return unusable.fault() == Fault.BUSY ? Answer.overloaded() : dialect.code(ResponseCode.PLEASE_TRY_AGAIN);
        }
    }

    /** A check that fails, or is late, says nothing of the person. */
    private static FaceMatch await(CompletionStage<FaceMatch> match) {
        try {
            return match.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            System.getLogger("org.facecheck.engine").log(System.Logger.Level.ERROR, "a check failed", failed);
            return new FaceMatch.Trouble(FaceMatch.Cause.UNAVAILABLE, "engine: failed");
        } catch (TimeoutException late) {
            return new FaceMatch.Trouble(FaceMatch.Cause.OVERLOADED, "engine: late");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new FaceMatch.Trouble(FaceMatch.Cause.UNAVAILABLE, "engine: closing");
        }
    }
}
