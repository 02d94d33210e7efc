package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.fake.Pictures.ascii;
import static org.facecheck.fake.Pictures.joined;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import javax.imageio.ImageIO;
import org.facecheck.fake.Bombs;
import org.facecheck.fake.Pictures;
import org.facecheck.fake.Trailer;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures that strangers send, and what of them arrives at the service. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PictureIT {
    @ArquillianResource
    URI application;

    private Browser browser;

    /** How a picture is sent. */
    enum Way {
        FORM((browser, picture) -> browser.submit(browser.open("facecheck").token(), picture)),
        BODY((browser, picture) -> browser.submitRaw(browser.open("facecheck").token(), picture, "image/jpeg"));

        private final BiFunction<Browser, byte[], Reply> sending;

        Way(BiFunction<Browser, byte[], Reply> sending) {
            this.sending = sending;
        }
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("picture").build();
    }

    @BeforeEach
    void openBrowser() {
        Faceki.matches();
        browser = new Browser(application);
    }

    private int send(Way way, byte[] picture) {
        return way.sending.apply(browser, picture).status();
    }

    private static String arrived() {
        return new String(Faceki.picture(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_that_is_nothing_else_arrives_to_the_byte(Way way) {
        byte[] picture = Selfies.jpeg();

        assertThat(send(way, picture)).isIn(201, 303);

        assertThat(Faceki.picture()).isEqualTo(picture);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_lies_on_its_side_arrives_upright_and_without_its_place(Way way) throws IOException {
        byte[] sideways = Pictures.with(Selfies.jpeg(), Pictures.exif(6));
        assertThat(new String(sideways, StandardCharsets.ISO_8859_1)).contains("Exif", Pictures.PLACE);

        assertThat(send(way, sideways)).isIn(201, 303);

        assertThat(arrived()).doesNotContain("Exif", Pictures.PLACE);
        assertThat(ImageIO.read(new ByteArrayInputStream(Faceki.picture())))
                .extracting("width", "height")
                .containsExactly(480, 640);
    }

    @ParameterizedTest
    @EnumSource
    void an_upright_one_arrives_as_it_was_without_its_place(Way way) {
        byte[] picture = Selfies.jpeg();
        byte[] phones = joined(
                Pictures.with(picture, Pictures.exif(1), Pictures.segment(Pictures.COMMENT, "Jane Doe")),
                new byte[100],
                ascii("film Jane Doe SEFT"));

        assertThat(send(way, phones)).isIn(201, 303);

        assertThat(Faceki.picture()).isEqualTo(picture);
    }

    @Test
    void a_PNG_arrives_without_its_texts() {
        byte[] picture = Selfies.png();
        byte[] more = Pictures.withChunks(picture, Pictures.chunk("tEXt", "Author\0Jane Doe"), Bombs.zippedText());

        assertThat(send(Way.FORM, more)).isEqualTo(303);

        assertThat(Faceki.picture()).isEqualTo(picture);
    }

    @ParameterizedTest
    @EnumSource
    void what_stands_behind_one_never_leaves_the_house(Trailer trailer) {
        for (Way way : Way.values()) {
            byte[] picture = Selfies.jpeg();
            browser = new Browser(application); // the last one has its pass by now

            assertThat(send(way, joined(picture, trailer.bytes())))
                    .as(way.name())
                    .isIn(201, 303);

            assertThat(Faceki.picture()).isEqualTo(picture);
        }
    }

    @Test
    void one_of_a_phone_whose_segments_are_not_as_the_standard_says_arrives_clean() {
        byte[] picture = Selfies.jpeg();
        byte[] gap = joined(Pictures.octets(0, 0xE1, 0, 22), new byte[20]);
        byte[] adobe = Pictures.segment(Pictures.APP14, "Adobe\0d\0\0\0\0\1");

        assertThat(send(
                        Way.FORM,
                        Pictures.with(
                                picture,
                                Pictures.exif(1),
                                gap,
                                Pictures.segment(Pictures.APP14, "Adobe\0d\0\0\0\0\1\3\0\20Jane Doe"))))
                .isEqualTo(303);

        assertThat(Faceki.picture()).isEqualTo(Pictures.with(picture, adobe));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_picture_alone_never_leaves_the_house(Bombs bomb) {
        for (Way way : Way.values()) {
            Reply told = way.sending.apply(browser, bomb.picture());

            assertThat(told.status()).as(way.name()).isBetween(400, 499);
            assertThat(told.text()).contains("data-news=\"" + bomb.news());
        }
        assertThat(Faceki.checks()).isZero();
    }
}
