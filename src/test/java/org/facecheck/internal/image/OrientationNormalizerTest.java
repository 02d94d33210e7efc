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

    /** What decoders show of the picture as it was sent is what they show of the picture that is sent on. */
    @Test
    void colours_stay_what_they_are_where_segments_are_left_out() throws Exception {
        byte[] plain = Pictures.encoded(Pictures.quarters(400, 300), "jpeg", false);
        byte[] bare = Arrays.copyOf(plain, 2);
        byte[] rest = Arrays.copyOfRange(plain, 20, plain.length); // without the JFIF header
        byte[] ycc = Pictures.joined(bare, rest);
        byte[] rgb = Pictures.withRgb(ycc);
        byte[] adobeRgb = Pictures.segment(Pictures.APP14, "Adobe\0d\0\0\0\0\0\3\0\20");
        byte[] thumbnail = Pictures.segment(Pictures.APP0, "JFIF\0\1\2\0\0\1\0\1\2\1thumb!");
        List<byte[]> stored = List.of(
                Pictures.with(ycc, Pictures.exif(1)),
                Pictures.with(rgb, Pictures.exif(1)),
                Pictures.with(ycc, Pictures.exif(1), adobeRgb),
                Pictures.with(rgb, thumbnail),
                Pictures.with(ycc, thumbnail));
        for (byte[] picture : stored) {
            BufferedImage sentOn = ImageIO.read(new ByteArrayInputStream(Parsers.retained(picture)));

            assertThat(colours(sentOn)).isEqualTo(colours(ImageIO.read(new ByteArrayInputStream(picture))));
        }
        assertThat(colours(ImageIO.read(new ByteArrayInputStream(stored.get(1)))))
                .as("one whose components are named RGB")
                .isNotEqualTo(colours(ImageIO.read(new ByteArrayInputStream(stored.get(0)))));
    }

    /** Even one that has a grey picture's or a film's place in it would be turned with wrong colours otherwise. */
    @Test
    void one_whose_components_are_named_RGB_is_turned_in_its_colours() throws Exception {
        byte[] plain = Pictures.encoded(Pictures.quarters(400, 300), "jpeg", false);
        byte[] rgb =
                Pictures.withRgb(Pictures.joined(Arrays.copyOf(plain, 2), Arrays.copyOfRange(plain, 20, plain.length)));
        BufferedImage lying = ImageIO.read(new ByteArrayInputStream(Pictures.with(rgb, Pictures.exif(3))));

        BufferedImage upright = image(turned(Pictures.with(rgb, Pictures.exif(3))));

        Color before = new Color(lying.getRGB(100, 75));
        Color after = new Color(upright.getRGB(300, 225));
        assertThat(after.getRed()).isBetween(before.getRed() - 6, before.getRed() + 6);
        assertThat(after.getGreen()).isBetween(before.getGreen() - 6, before.getGreen() + 6);
        assertThat(after.getBlue()).isBetween(before.getBlue() - 6, before.getBlue() + 6);
    }

    private static List<Color> colours(BufferedImage image) {
        return Stream.of(1, 3)
                .flatMap(x -> Stream.of(1, 3)
                        .map(y -> new Color(image.getRGB(x * image.getWidth() / 4, y * image.getHeight() / 4))))
                .collect(Collectors.toList());
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
