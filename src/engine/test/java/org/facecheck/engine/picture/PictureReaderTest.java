package org.facecheck.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.facecheck.Selfie;
import org.junit.jupiter.api.Test;

class PictureReaderTest {
    private final PictureReader reader = new PictureReader();

    private static BufferedImage coloured(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff102030);
            }
        }
        return image;
    }

    @Test
    void a_portrait_is_read_as_red_green_and_blue() throws UnreadablePictureException {
        Picture picture = reader.read(Photographs.png(coloured(210, 200, BufferedImage.TYPE_INT_RGB)));

        assertThat(picture.width()).isEqualTo(210);
        assertThat(picture.height()).isEqualTo(200);
        assertThat(Arrays.copyOf(picture.rgb(), 3)).containsExactly(0x10, 0x20, 0x30);
    }

    @Test
    void a_large_picture_becomes_smaller() throws UnreadablePictureException {
        Picture picture = reader.read(Photographs.png(coloured(6000, 600, BufferedImage.TYPE_INT_RGB)));

        assertThat(picture.width()).isEqualTo(1500);
        assertThat(picture.height()).isEqualTo(150);
    }

    @Test
    void a_picture_that_the_library_refuses_never_reaches_a_decoder() {
        assertThatThrownBy(() -> reader.read(new byte[] {1, 2, 3})).isInstanceOf(UnreadablePictureException.class);
        assertThatThrownBy(() -> reader.read(Photographs.png(coloured(100, 100, BufferedImage.TYPE_INT_RGB))))
                .isInstanceOf(UnreadablePictureException.class);
    }

    @Test
    void a_selfie_that_cannot_be_decoded_says_nothing_of_its_content() {
        byte[] png = Photographs.png(coloured(200, 200, BufferedImage.TYPE_INT_RGB));
        Arrays.fill(png, 40, png.length, (byte) 7);

        assertThatThrownBy(() -> reader.read(new Selfie(png, Selfie.Format.PNG, 200, 200)))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessage("the picture can't be decoded")
                .hasNoCause();
    }
}
