package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureFileTest {

    @Test
    void reads_jpeg_and_png() throws IOException {
        BufferedImage portrait = Portrait.of(Look.WEI);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(portrait, "png", png);

        assertThat(PictureFile.read(png.toByteArray())).isPresent();
        assertThat(PictureFile.read(PictureFile.jpeg(portrait, 640))).isPresent();
    }

    @Test
    void thins_out_what_is_larger_than_anybody_looks() {
        BufferedImage large = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);

        assertThat(PictureFile.read(PictureFile.jpeg(large, 4000)).orElseThrow().getWidth())
                .isEqualTo(1000);
    }

    @Test
    void scales_down_but_never_up() {
        BufferedImage portrait = Portrait.of(Look.WEI);

        assertThat(PictureFile.read(PictureFile.jpeg(portrait, 320))
                        .orElseThrow()
                        .getHeight())
                .isEqualTo(240);
        assertThat(PictureFile.read(PictureFile.jpeg(portrait, 9000))
                        .orElseThrow()
                        .getHeight())
                .isEqualTo(480);
    }

    @Test
    void text_and_rubbish_are_no_pictures() {
        byte[] jpeg = PictureFile.jpeg(Portrait.of(Look.WEI), 640);

        assertThat(PictureFile.read(new byte[0])).isEmpty();
        assertThat(PictureFile.read("GIF?".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(PictureFile.read(Arrays.copyOf(jpeg, 30))).isEmpty();
    }

    @Test
    void what_claims_to_be_enormous_is_not_even_tried() {
        assertThat(PictureFile.read(pngClaiming(20_000, 20_000))).isEmpty();
    }

    /** A PNG with a header only; decoding it would ask for its memory first. */
    private static byte[] pngClaiming(int width, int height) {
        ByteBuffer header =
                ByteBuffer.allocate(17).putInt(0x49484452).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .array();
    }
}
