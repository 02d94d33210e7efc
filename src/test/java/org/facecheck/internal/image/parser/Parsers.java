package org.facecheck.internal.image.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.facecheck.fake.Pictures;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/** What a parser retains, and what it refuses. */
public final class Parsers {
    private Parsers() {}

    public static byte[] retained(byte[] picture) throws UnusableImageException {
        return ImageInfo.of(picture).retained().bytes();
    }

    static UnusableImageException refusal(byte[] picture) {
        UnusableImageException unusable =
                catchThrowableOfType(UnusableImageException.class, () -> ImageInfo.of(picture));
        assertThat(unusable).as("a refusal").isNotNull();
        return unusable;
    }

    static Fault fault(byte[] picture) {
        return refusal(picture).fault();
    }

    static void isUnreadable(byte[]... parts) {
        assertThat(fault(Pictures.joined(parts))).isEqualTo(Fault.UNREADABLE);
    }
}
