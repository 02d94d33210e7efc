package org.facecheck.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.Selfie;
import org.facecheck.Selfie.Format;
import org.facecheck.fake.Pictures;
import org.facecheck.picture.SelfieReader;
import org.facecheck.picture.UnusablePicture.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final int MAX = 1000;
    private static final SelfieReader READER = new SelfieReader();
    private static final byte[] PICTURE = Pictures.jpeg(640, 480);

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    static Part part(byte[] content) throws IOException {
        Part part = mock(Part.class);
        when(part.getSize()).thenReturn((long) content.length);
        when(part.getInputStream()).thenReturn(new ByteArrayInputStream(content));
        return part;
    }

    private static Part part(String content) throws IOException {
        return part(content.getBytes(StandardCharsets.UTF_8));
    }

    private static News news(UploadException refused) {
        assertThat(refused).as("a refusal").isNotNull();
        return refused.news();
    }

    private News refusal() {
        return news(catchThrowableOfType(UploadException.class, () -> {
            Upload.memory(request, MAX);
            Upload.read(request, MAX);
        }));
    }

    private static News refusal(byte[] picture) {
        return news(catchThrowableOfType(UploadException.class, () -> new Upload("", picture).selfie(READER)));
    }

    @BeforeEach
    void sendAForm() throws Exception {
        Part token = part("t0ken");
        Part selfie = part(PICTURE);
        when(request.getContentLengthLong()).thenReturn((long) PICTURE.length + 300);
        when(request.getPart("token")).thenReturn(token);
        when(request.getPart("selfie")).thenReturn(selfie);
    }

    private void send(String name, Part part) throws Exception {
        when(request.getPart(name)).thenReturn(part);
    }

    @Nested
    class A_form {
        @Test
        void has_a_token_and_a_picture() throws Exception {
            Upload upload = Upload.read(request, MAX);

            assertThat(upload.token()).isEqualTo("t0ken");
            assertThat(upload.picture()).isEqualTo(PICTURE);
        }

        @Test
        void with_a_token_that_no_page_had_has_an_empty_one() throws Exception {
            send("token", part("t".repeat(128)));
            assertThat(Upload.read(request, MAX).token()).hasSize(128);

            send("token", part("t".repeat(129)));
            assertThat(Upload.read(request, MAX).token()).isEmpty();
        }

        @Test
        void without_a_token_has_an_empty_one() throws Exception {
            send("token", null);

            assertThat(Upload.read(request, MAX).token()).isEmpty();
        }

        @Test
        void without_a_picture_is_refused_when_the_picture_is_wanted() throws Exception {
            send("selfie", null);
            Upload upload = Upload.read(request, MAX);

            assertThat(upload.token()).isEqualTo("t0ken");
            assertThat(refusal(upload.picture())).isEqualTo(News.of(400, "no-picture"));
        }

        @Test
        void that_is_no_multipart_form_has_no_picture() throws Exception {
            when(request.getPart(anyString())).thenThrow(new ServletException("no multipart"));

            assertThat(refusal()).isEqualTo(News.of(400, "no-picture"));
        }

        @Test
        void that_breaks_off_is_nobodys_mistake_to_be_told_of() throws Exception {
            when(request.getPart(anyString())).thenThrow(new IOException("connection reset"));

            assertThatThrownBy(() -> Upload.read(request, MAX))
                    .isInstanceOf(IOException.class)
                    .hasMessage("connection reset");
        }

        @Test
        void is_closed_after_reading() throws Exception {
            AtomicBoolean closed = new AtomicBoolean();
            Part selfie = part(PICTURE);
            InputStream content = new ByteArrayInputStream(PICTURE) {
                @Override
                public void close() {
                    closed.set(true);
                }
            };
            when(selfie.getInputStream()).thenReturn(content);
            send("selfie", selfie);

            Upload.read(request, MAX);

            assertThat(closed).isTrue();
        }
    }

    @Nested
    class What_is_too_large {
        private final News tooLarge = News.of(413, "picture-too-large");

        @Test
        void is_refused_by_its_length_before_it_is_parsed() throws Exception {
            when(request.getContentLengthLong()).thenReturn((long) MAX + Upload.OVERHEAD + 1);

            assertThat(refusal()).isEqualTo(tooLarge);
            verify(request, never()).getPart(anyString());
        }

        @Test
        void is_not_what_reaches_the_limit() throws Exception {
            when(request.getContentLengthLong()).thenReturn((long) MAX + Upload.OVERHEAD);
            send("selfie", part(new byte[MAX]));

            assertThat(Upload.memory(request, MAX)).isEqualTo(2 * (MAX + Upload.OVERHEAD));
            assertThat(Upload.read(request, MAX).picture()).hasSize(MAX);
        }

        @Test
        void is_a_length_that_no_integer_holds() {
            when(request.getContentLengthLong()).thenReturn(Long.MAX_VALUE);

            assertThat(refusal()).isEqualTo(tooLarge);
        }

        @Test
        void is_refused_by_the_picture_where_the_request_said_nothing() throws Exception {
            Part selfie = part(new byte[MAX + 1]);
            when(request.getContentLengthLong()).thenReturn(-1L);
            send("selfie", selfie);

            assertThat(refusal()).isEqualTo(tooLarge);
            verify(selfie, never()).getInputStream();
        }

        @Test
        void is_refused_by_the_containers_parser_too() throws Exception {
            when(request.getPart("selfie")).thenThrow(new IllegalStateException("above the limit"));

            assertThat(refusal()).isEqualTo(tooLarge);
        }

        @Test
        void is_not_read_whatever_a_part_says_of_its_size() throws Exception {
            Part selfie = part(new byte[MAX * 2]);
            when(selfie.getSize()).thenReturn(1L);
            send("selfie", selfie);

            assertThat(Upload.read(request, MAX).picture()).hasSize(MAX);
        }
    }

    @Nested
    class A_picture {
        @Test
        void becomes_a_selfie_without_being_copied() throws Exception {
            Upload upload = Upload.read(request, MAX);

            Selfie selfie = upload.selfie(READER);

            assertThat(selfie.bytes()).isSameAs(upload.picture());
            assertThat(selfie.format()).isEqualTo(Format.JPEG);
            assertThat(selfie.width()).isEqualTo(640);
            assertThat(selfie.height()).isEqualTo(480);
        }

        @Test
        void may_be_a_png() throws Exception {
            assertThat(new Upload("", Pictures.png(300, 400)).selfie(READER).format())
                    .isEqualTo(Format.PNG);
        }

        @Test
        void that_is_none_is_told_by_its_content() {
            assertThat(refusal(Pictures.ascii("not a picture"))).isEqualTo(News.of(415, "not-a-picture"));
        }

        @Test
        void that_is_broken_is_told_of() {
            assertThat(refusal(Arrays.copyOf(PICTURE, PICTURE.length - 1)))
                    .isEqualTo(News.of(422, "picture-unreadable"));
        }

        @Test
        void with_something_behind_it_is_told_of() {
            assertThat(refusal(Pictures.joined(PICTURE, Pictures.ascii("<script>"))))
                    .isEqualTo(News.of(422, "picture-not-alone"));
        }

        @Test
        void of_the_wrong_size_is_told_of() {
            assertThat(refusal(Pictures.png(199, 200))).isEqualTo(News.of(422, "picture-too-small"));
            assertThat(refusal(Pictures.png(10_001, 200))).isEqualTo(News.of(413, "picture-too-large"));
        }

        @Test
        void that_has_to_wait_for_too_many_others_is_told_to_come_again() {
            assertThat(News.of(Fault.BUSY)).isEqualTo(News.busy());
        }
    }

    @Test
    void the_text_form_shows_no_token() {
        assertThat(new Upload("t0ken", new byte[7])).hasToString("Upload[7 bytes]");
    }
}
