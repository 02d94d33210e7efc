package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfieFieldTest {

    @Test
    void a_picture_becomes_a_photo() {
        SelfieField field = SelfieField.read(Optional.of(Pictures.STRANGER.jpeg()));

        assertThat(field.problem()).isEmpty();
        assertThat(field.photo()).isPresent();
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(SelfieField.read(Optional.empty()).problem().orElseThrow()).startsWith("Take a picture");
        assertThat(problem(new byte[] {1, 2, 3})).startsWith("Not a JPEG or PNG");
        assertThat(problem(PictureFile.jpeg(Portrait.of(Look.WEI), 240))).startsWith("Too small");
        assertThat(problem(PictureFile.jpeg(Variation.drawn(640, 480, canvas -> {}), 640)))
                .startsWith("There is nothing");
    }

    private static String problem(byte[] picture) {
        SelfieField field = SelfieField.read(Optional.of(picture));
        assertThat(field.photo()).isEmpty();
        return field.problem().orElseThrow();
    }
}
