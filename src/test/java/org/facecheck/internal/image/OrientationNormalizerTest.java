package org.facecheck.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.facecheck.Selfie;
import org.facecheck.fake.Pictures;
import org.facecheck.internal.image.parser.ImageInfo;
import org.facecheck.internal.image.parser.Parsers;
import org.facecheck.internal.image.parser.UnusableImageException;
import org.facecheck.internal.image.parser.UnusableImageException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationNormalizerTest {
    private final OrientationNormalizer normalizer = new OrientationNormalizer(new DecoderSlots());

    private static byte[] lying(int width, int height, int orientation) {
        return Pictures.with(
                Pictures.encoded(Pictures.quarters(width, height), "jpeg", false), Pictures.exif(orientation));
    }

    private Selfie turned(byte[] picture) throws UnusableImageException {
        return normalizer.upright(ImageInfo.of(picture));
    }

    private static OrientationNormalizer slots(int atOnce, Duration maxWait) {
        return new OrientationNormalizer(new DecoderSlots(atOnce, maxWait));
    }

    private static UnusableImageException refusal(OrientationNormalizer normalizer, byte[] picture) {
        UnusableImageException unusable =
                catchThrowableOfType(UnusableImageException.class, () -> normalizer.upright(ImageInfo.of(picture)));
        assertThat(unusable).as("a refusal").isNotNull();
        return unusable;
    }

    private static Fault fault(OrientationNormalizer normalizer, byte[] picture) {
        return refusal(normalizer, picture).fault();
    }

    private static BufferedImage image(Selfie selfie) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(selfie.bytes()));
    }

    /** The colours of the four quarters, row by row. */
    private static String quarters(BufferedImage image) {
        int right = image.getWidth() * 3 / 4;
        int below = image.getHeight() * 3 / 4;
        int left = image.getWidth() / 4;
        int above = image.getHeight() / 4;
        return Stream.of(
                        image.getRGB(left, above),
                        image.getRGB(right, above),
                        image.getRGB(left, below),
                        image.getRGB(right, below))
                .map(rgb -> new Color(rgb))
                .map(OrientationNormalizerTest::name)
                .collect(Collectors.joining());
    }

    private static String name(Color colour) {
        boolean red = colour.getRed() > 128;
        boolean green = colour.getGreen() > 128;
        return red && green ? "W" : red ? "R" : green ? "G" : "B";
    }

    @ParameterizedTest
    @CsvSource({
        "1, 400, 300, RGBW",
        "2, 400, 300, GRWB",
        "3, 400, 300, WBGR",
        "4, 400, 300, BWRG",
        "5, 300, 400, RBGW",
        "6, 300, 400, BRWG",
        "7, 300, 400, WGBR",
        "8, 300, 400, GWRB"
    })
    void each_orientation_is_seen_upright(int orientation, int width, int height, String quarters) throws Exception {
        Selfie selfie = turned(lying(400, 300, orientation));

        assertThat(selfie.width()).isEqualTo(width);
        assertThat(selfie.height()).isEqualTo(height);
        BufferedImage image = image(selfie);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(quarters(image)).isEqualTo(quarters);
    }

    @Test
    void what_is_turned_is_nothing_but_a_picture() throws Exception {
        byte[] turned = turned(lying(400, 300, 6)).bytes();

        assertThat(Parsers.retained(turned)).isSameAs(turned);
    }

    @Test
    void a_progressive_one_is_turned_as_well() throws Exception {
        byte[] lying = Pictures.with(Pictures.encoded(Pictures.quarters(400, 300), "jpeg", true), Pictures.exif(6));

        assertThat(quarters(image(turned(lying)))).isEqualTo("BRWG");
    }

    @Test
    void grey_stays_grey() throws Exception {
        BufferedImage grey = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
        int[] half = new int[400 * 300];
        Arrays.fill(half, 100);
        grey.getRaster().setPixels(0, 0, 400, 300, half);

        BufferedImage image = image(turned(Pictures.with(Pictures.encoded(grey, "jpeg", false), Pictures.exif(6))));

        assertThat(new Color(image.getRGB(150, 200)).getGreen()).isBetween(97, 103);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1920, 1920", "1921, 1920, 960", "3840, 2160, 1080", "5000, 4000, 1334"})
    void a_large_one_becomes_smaller(int width, int height, int turnedWidth) throws Exception {
        Selfie selfie = turned(lying(width, height, 6));

        assertThat(selfie.width()).isEqualTo(turnedWidth);
        assertThat(selfie.width() * selfie.height()).isLessThanOrEqualTo(1920 * 1920);
        assertThat(quarters(image(selfie))).isEqualTo("BRWG");
    }

    @Test
    void a_large_one_in_several_scans_is_too_large_for_the_decoder() {
        byte[] picture = Pictures.joined(
                Pictures.SOI,
                Pictures.exif(6),
                Pictures.frame(Pictures.SOF2, 5000, 2501),
                Pictures.scan(1),
                Pictures.scan(1),
                Pictures.EOI);

        assertThat(fault(normalizer, picture)).isEqualTo(Fault.TOO_LARGE);
        assertThat(refusal(normalizer, picture))
                .hasMessage("too many pixels to turn in several scans")
                .extracting(UnusableImageException::offset)
                .isEqualTo(OptionalInt.empty());
    }

    @Test
    void what_can_not_be_decoded_is_unreadable() {
        assertThat(fault(normalizer, Pictures.jpeg(400, 300, Pictures.exif(6)))).isEqualTo(Fault.UNREADABLE);
        assertThat(refusal(normalizer, Pictures.jpeg(400, 300, Pictures.exif(6))))
                .hasMessage("not decodable")
                .hasNoCause();
    }

    @Test
    void when_too_many_are_being_turned_it_says_so_and_only_then() throws Exception {
        byte[] lying = lying(400, 300, 6);
        assertThat(refusal(slots(0, Duration.ofMillis(1)), lying)).hasMessage("too many pictures being turned");
        assertThat(fault(slots(0, Duration.ofMillis(1)), lying)).isEqualTo(Fault.BUSY);

        OrientationNormalizer one = slots(1, Duration.ofMillis(1));
        assertThat(one.upright(ImageInfo.of(lying)).width()).isEqualTo(300);
        assertThat(fault(one, Pictures.jpeg(400, 300, Pictures.exif(6)))).isEqualTo(Fault.UNREADABLE);
        assertThat(one.upright(ImageInfo.of(lying)).width()).isEqualTo(300);
    }

    @Test
    void who_is_stopped_while_waiting_does_not_go_on() throws Exception {
        Thread.currentThread().interrupt();

        assertThat(fault(slots(0, Duration.ofMinutes(1)), lying(400, 300, 6))).isEqualTo(Fault.BUSY);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** As an application brings it along: first in line, for everything. */
    private static final class ForeignReader extends ImageReaderSpi {
        private boolean asked;

        ForeignReader() {
            super(
                    "nobody",
                    "1",
                    new String[] {"jpeg"},
                    null,
                    null,
                    "none",
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public boolean canDecodeInput(Object source) {
            asked = true;
            return source instanceof ImageInputStream;
        }

        @Override
        public ImageReader createReaderInstance(Object extension) {
            asked = true;
            throw new IllegalStateException("a stranger's picture");
        }

        @Override
        public String getDescription(Locale locale) {
            return "foreign";
        }
    }

    @Test
    void no_reader_but_the_jdks_is_asked() throws Exception {
        ForeignReader foreign = new ForeignReader();
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<ImageReaderSpi> others = new ArrayList<>();
        registry.getServiceProviders(ImageReaderSpi.class, false).forEachRemaining(others::add);
        registry.registerServiceProvider(foreign, ImageReaderSpi.class);
        try {
            others.forEach(other -> registry.setOrdering(ImageReaderSpi.class, foreign, other));

            JpegCodec codec = JpegCodec.ofTheJdk();

            assertThat(codec.read(Pictures.drawn(40, 30, "jpeg"), 1).getWidth()).isEqualTo(40);
            assertThat(foreign.asked).isFalse();
        } finally {
            registry.deregisterServiceProvider(foreign);
        }
    }
}
