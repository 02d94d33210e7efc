package org.facecheck.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.facecheck.Selfie;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one upload, also where its request is not at hand, for its audit entry: the application it came to, the
 * consent that came along, and what is measured on its way. Thread-safe: written where the step is taken, in a request's thread
 * or a matcher's, and read when there is an outcome.
 */
public final class CheckFigures {
    private final String application;

    /** In nanoseconds, from any origin: a wall clock may be set meanwhile. */
    private final LongSupplier ticker;

    private volatile @Nullable String consentVersion;
    private volatile @Nullable Integer pictureBytes;
    private volatile @Nullable Long askedAt;
    private volatile @Nullable Duration serviceTime;

    CheckFigures(String application, LongSupplier ticker) {
        this.application = application;
        this.ticker = ticker;
    }

    /** For an upload that begins. */
    public static CheckFigures of(HttpServletRequest request) {
        String context = request.getContextPath();
        return new CheckFigures(context.isEmpty() ? "/" : context, System::nanoTime);
    }

    /** The application's context path, a slash for the root. */
    String application() {
        return application;
    }

    /** The person has agreed to the text of this version. */
    public void consented(String version) {
        consentVersion = version;
    }

    /** The matcher is asked about this selfie now. */
    public void asked(Selfie selfie) {
        pictureBytes = selfie.bytes().length;
        askedAt = ticker.getAsLong();
    }

    /** The matcher has answered, or failed. */
    public void answered() {
        Long began = askedAt;
        if (began != null) {
            serviceTime = Duration.ofNanos(ticker.getAsLong() - began);
        }
    }

    /** {@code null} where none was asked for, or given so far. */
    @Nullable
    String consentVersion() {
        return consentVersion;
    }

    /** {@code null} where the matcher was not asked. */
    @Nullable
    Integer pictureBytes() {
        return pictureBytes;
    }

    /** {@code null} where the matcher has not answered. */
    @Nullable
    Duration serviceTime() {
        return serviceTime;
    }
}
