package org.facecheck.internal.upload;

import org.facecheck.internal.figures.Limit;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/**
 * Why an upload does not become a selfie. Says what the operator may read ({@link #detail()}); what the person reads, and the
 * status, are made of it where the client is answered, since this room knows no page.
 */
public sealed interface UploadRefusal {

    /** Fixed words for the operator, with the place in the picture where that is known. Holds nothing of what was sent. */
    String detail();

    /** The request does not have the form of an upload. */
    enum Malformed implements UploadRefusal {
        /** The body is neither a picture nor a whole form ({@code multipart/form-data}, RFC 7578). */
        NO_FORM("no whole multipart form"),
        /** The form has no picture in it, or the body that should be one is empty. */
        NO_PICTURE("no picture"),
        /** The operator asks for consent, and the person has not given it, or not to a text that the page shows. */
        NO_CONSENT("no consent"),
        /** A picture as the body has to announce its length, since memory is taken before it is read. */
        NO_LENGTH("no length announced"),
        /** The form's token does not stand before its picture, where it has to be, or is not there at all. */
        TOKEN_NOT_FIRST("the form's token must be sent before its picture"),
        /** The upload was longer on its way than it may be, or came more slowly. */
        TOO_SLOW("took too long to arrive");

        private final String detail;

        Malformed(String detail) {
            this.detail = detail;
        }

        @Override
        public String detail() {
            return detail;
        }
    }

    /**
     * A picture was sent, or announced, that can't be used.
     *
     * @param fault as far as it makes a difference to the person
     * @param detail as above
     */
    record UnusablePicture(Fault fault, String detail) implements UploadRefusal {
        static final String NO_MEMORY = "no memory left";

        /** Which limit {@link Fault#BUSY} is about: what says nothing of memory is the image room's. */
        public Limit limit() {
            return detail.equals(NO_MEMORY) ? Limit.UPLOAD_BYTES : Limit.DECODERS;
        }

        /** What the image room says of a picture: its message holds fixed words and an offset, and may be logged. */
        UnusablePicture(UnusableImageException unusable) {
            this(unusable.fault(), String.valueOf(unusable.getMessage()));
        }
    }
}
