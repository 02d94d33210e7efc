package org.facecheck.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.facecheck.testkit.sandbox.Look.Hair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LikenessTest {

    private static final List<Look> PEOPLE = List.of(Look.AMINA, Look.WEI, Look.JOERG);

    @ParameterizedTest
    @EnumSource
    void a_portrait_is_found_again(Variation variation) {
        for (Look look : PEOPLE) {
            BufferedImage portrait = Portrait.of(look);
            Likeness likeness = likeness(variation.of(portrait), portrait);

            assertThat(likeness.isSamePicture()).as("%s", likeness).isTrue();
            assertThat(likeness.colours()).isGreaterThan(variation.colours);
            assertThat(likeness.details()).isGreaterThan(variation.details);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_portrait_is_never_found_to_be_somebody_else(Variation variation) {
        for (Look look : PEOPLE) {
            BufferedImage varied = variation.of(Portrait.of(look));
            for (Look other : PEOPLE) {
                if (!other.equals(look)) {
                    assertThat(likeness(varied, Portrait.of(other)).colours()).isLessThan(0.6);
                }
            }
        }
    }

    @Test
    void other_people_by_the_same_painter_are_nobody() {
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            Look look = new Look(
                    new Color(random.nextInt(1 << 24)),
                    new Color(180 + random.nextInt(70), 120 + random.nextInt(80), 80 + random.nextInt(80)),
                    new Color(random.nextInt(1 << 24)),
                    new Color(random.nextInt(1 << 24)),
                    108 + random.nextInt(26),
                    random.nextDouble(),
                    Hair.values()[random.nextInt(3)],
                    random.nextBoolean(),
                    random.nextBoolean());
            assertNobody(Portrait.of(look), Likeness.COLOURS_NEEDED);
        }
    }

    @Test
    void a_face_drawn_by_somebody_else_is_nobody() {
        assertNobody(
                Variation.drawn(640, 480, canvas -> {
                    canvas.setColor(new Color(0x88aacc));
                    canvas.fillRect(0, 0, 640, 480);
                    canvas.setColor(new Color(0xd8a880));
                    canvas.fillOval(160, 48, 320, 384);
                    canvas.setColor(Color.BLACK);
                    canvas.fillOval(256, 192, 32, 24);
                    canvas.fillOval(352, 192, 32, 24);
                    canvas.drawArc(256, 240, 128, 96, 200, 140);
                }),
                0.7);
    }

    @Test
    void a_plain_colour_is_nobody() {
        BufferedImage plain = Variation.drawn(640, 480, canvas -> {
            canvas.setColor(Look.AMINA.wall());
            canvas.fillRect(0, 0, 640, 480);
        });

        assertThat(Impression.of(plain).isPlain()).isTrue();
        assertNobody(plain, 0.1);
    }

    @Test
    void noise_is_nobody() {
        Random random = new Random(3);
        BufferedImage noise = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }

        assertNobody(noise, 0.3);
    }

    @Test
    void a_gradient_is_nobody() {
        assertNobody(
                Variation.drawn(640, 480, canvas -> {
                    canvas.setPaint(new GradientPaint(0, 0, Color.WHITE, 640, 480, Color.BLUE));
                    canvas.fillRect(0, 0, 640, 480);
                }),
                0.5);
    }

    @Test
    void black_alone_is_plain_and_not_taken_for_bars() {
        BufferedImage black = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);

        assertThat(Impression.of(black).isPlain()).isTrue();
        assertNobody(black, 0.1);
    }

    private static void assertNobody(BufferedImage picture, double highest) {
        for (Look look : PEOPLE) {
            Likeness likeness = likeness(picture, Portrait.of(look));
            assertThat(likeness.isSamePicture()).as("%s", likeness).isFalse();
            assertThat(likeness.colours()).isLessThan(highest);
        }
    }

    private static Likeness likeness(BufferedImage seen, BufferedImage known) {
        return Impression.of(seen).likeness(Photo.of(known).impression());
    }
}
