package org.facecheck.internal.image.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.facecheck.fake.Pictures;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;

/** What a walk finds, and what it refuses. */
public final class Parsers {
    private Parsers() {}

    public static byte[] needed(byte[] picture) throws UnusableImageException {
        return ImageInfo.of(picture).needed().octets();
    }

    static Fault fault(byte[] picture) {
        UnusableImageException unusable =
                catchThrowableOfType(UnusableImageException.class, () -> ImageInfo.of(picture));
        assertThat(unusable).as("a refusal").isNotNull();
        return unusable.fault();
    }

    static void isUnreadable(byte[]... parts) {
        assertThat(fault(Pictures.joined(parts))).isEqualTo(Fault.UNREADABLE);
    }
}
