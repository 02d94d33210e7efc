package org.facecheck.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.facecheck.fake.Pictures;
import org.facecheck.picture.UnusablePicture.Fault;

/** What a walk finds, and what it refuses. */
final class Walks {
    private Walks() {}

    static byte[] needed(byte[] picture) throws UnusablePicture {
        return Structure.of(picture).needed().octets();
    }

    static Fault fault(byte[] picture) {
        UnusablePicture unusable = catchThrowableOfType(UnusablePicture.class, () -> Structure.of(picture));
        assertThat(unusable).as("a refusal").isNotNull();
        return unusable.fault();
    }

    static void isUnreadable(byte[]... parts) {
        assertThat(fault(Pictures.joined(parts))).isEqualTo(Fault.UNREADABLE);
    }
}
