package org.facecheck.internal.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;

/**
 * Reads an upload while its thread waits for the client, where the filter chain does not support asynchronous processing. Each
 * time that something arrives, the pace counts; a client that sends nothing at all is the server's read timeout's affair.
 */
public final class BlockingUpload {
    private BlockingUpload() {}

    /**
     * What was sent.
     *
     * @param isGood as for {@link AsyncUpload}
     * @throws EOFException where less came than was announced
     * @throws UploadRejectedException as soon as it is clear that the upload is of no use; the rest is not read
     */
    public static FormUpload read(
            InputStream stream,
            AnnouncedUpload announced,
            UploadQuota.Share share,
            UploadPace pace,
            Predicate<FormToken> isGood)
            throws IOException, UploadRejectedException {
        UploadBody body = new UploadBody(announced, share, isGood);
        byte[] room = body.room();
        while (room != null && !body.isComplete() && !body.isLetGo()) {
            int more = stream.read(room, body.position(), body.free(room));
            if (more < 0) {
                break;
            }
            body.add(more);
            if (pace.isTooSlow(body.length())) {
                throw new UploadRejectedException(Malformed.TOO_SLOW);
            }
            room = body.room();
        }
        if (!body.isLetGo() && !body.mayEnd()) {
            throw new EOFException("the upload ended early");
        }
        return body.finish();
    }
}
