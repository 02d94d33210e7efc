package org.facecheck.internal.upload;

import org.facecheck.Selfie;
import org.facecheck.internal.image.SelfieReader;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRefusal.UnusablePicture;
import org.jspecify.annotations.Nullable;

/**
 * A form token, the consent and a picture, as they were sent, in whichever way.
 *
 * @param token as sent, right or wrong; empty where none was sent
 * @param consent the version of the text that the person agreed to, right or wrong; {@code null} where none was sent
 * @param picture as sent; empty where none was
 */
@SuppressWarnings("ArrayRecordComponent") // uploads are never compared
public record FormUpload(FormToken token, @Nullable String consent, byte[] picture) {
    static final UploadRefusal TOO_LARGE = new UnusablePicture(Fault.TOO_LARGE, "more bytes than allowed");

    /** The selfie that was sent, freed of everything that is not the picture. */
    public Selfie selfie(SelfieReader reader) throws UploadRejectedException {
        if (picture.length == 0) {
            throw new UploadRejectedException(Malformed.NO_PICTURE);
        }
        try {
            return reader.read(picture);
        } catch (UnusableImageException unusable) {
            throw new UploadRejectedException(new UnusablePicture(unusable));
        }
    }

    /** Shows neither token nor picture. */
    @Override
    public String toString() {
        return "FormUpload[%d bytes]".formatted(picture.length);
    }
}
