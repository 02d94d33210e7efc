package org.facecheck.engine.service.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facecheck.KycRecord;
import org.facecheck.engine.FaceEngine;
import org.facecheck.engine.Person;
import org.facecheck.engine.PersonEnroller;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.GalleryStore;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.picture.Photographs;
import org.facecheck.engine.picture.Photographs.Cut;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.facecheck.engine.service.enrolment.EnrolmentOffice;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageRequest;
import org.facecheck.engine.weights.FetchedPackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people can do about themselves, with real faces; who they are is what a server would say. */
class SelfPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

    private final Map<String, EnrolledPerson> stored = new LinkedHashMap<>();
    private Gallery gallery;
    private PersonEnroller enroller;
    private SelfPages pages;

    @BeforeEach
    void open() throws IOException {
        FaceEngine engine = FaceEngine.open(FetchedPackage.archive());
        gallery = new Gallery(MatchPolicy.standard(), new GalleryStore() {
            @Override
            public List<EnrolledPerson> load() {
                return List.of();
            }

            @Override
            public void save(EnrolledPerson person) {
                stored.put(person.key(), person);
            }

            @Override
            public boolean delete(String key) {
                return stored.remove(key) != null;
            }
        });
        enroller = new PersonEnroller(engine, gallery);
        pages = pages(Period.ofDays(365));
    }

    private SelfPages pages(@Nullable Period kept) {
        return pages(kept, false);
    }

    private SelfPages pages(@Nullable Period kept, boolean arePortraitsKept) {
        return new SelfPages(
                new EnrolmentOffice(enroller),
                new ArrivalLimits(),
                new ServerLogin(Set.of()),
                kept,
                arePortraitsKept,
                TODAY);
    }

    private static PageRequest request(String method, @Nullable String caller, byte[] body) {
        return request(method, caller, new ByteArrayInputStream(body));
    }

    private static PageRequest request(String method, @Nullable String caller, InputStream body) {
        return new PageRequest(
                method,
                "/enrol",
                "/engine/self",
                caller,
                true,
                null,
                "same-origin",
                "multipart/form-data; boundary=b",
                body);
    }

    private PageAnswer open(@Nullable String caller) throws IOException {
        return pages.answer(request("GET", caller, new byte[0]));
    }

    private static String text(PageAnswer answer) {
        return new String(answer.body(), UTF_8);
    }

    private String token(String caller) throws IOException {
        Matcher token = TOKEN.matcher(text(open(caller)));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private PageAnswer send(String caller, String token, boolean agrees, Cut... portraits) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("token", token.getBytes(UTF_8));
        parts.put("key", "somebody-else".getBytes(UTF_8)); // there is no such field
        if (agrees) {
            parts.put("consent", "yes".getBytes(UTF_8));
        }
        for (int i = 0; i < portraits.length; i++) {
            parts.put("portrait" + (i + 1), Photographs.png(Photographs.image(portraits[i])));
        }
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            form.writeBytes(
                    ("--b\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\"; filename=\"f\"\r\n\r\n")
                            .getBytes(UTF_8));
            form.writeBytes(part.getValue());
            form.writeBytes("\r\n".getBytes(UTF_8));
        }
        form.writeBytes("--b--\r\n".getBytes(UTF_8));
        return pages.answer(request("POST", caller, form.toByteArray()));
    }

    private PageAnswer enrol(String caller, Cut... portraits) throws IOException {
        return send(caller, token(caller), true, portraits);
    }

    @Test
    void who_is_logged_in_is_enrolled_under_that_name_with_a_record_that_promises_nothing() throws IOException {
        PageAnswer answer = enrol("agross", Photographs.SMILING, Photographs.NOBODY);

        assertThat(text(answer))
                .contains(
                        "You are enrolled.",
                        "Portrait 2 was not used: no face was found on it.",
                        "src=\"data:image/jpeg;base64,");
        assertThat(stored.keySet()).containsExactly("agross");
        EnrolledPerson person = stored.get("agross");
        assertThat(person.record().recordId()).isEqualTo("agross");
        assertThat(person.record().field("login")).contains("agross");
        assertThat(person.record().status()).isNull();
        assertThat(person.record().verificationPassed()).isNull();
        assertThat(person.consent().keepUntil()).isEqualTo(LocalDate.of(2027, 11, 29));
        assertThat(person.consent().reference()).isEqualTo("given by the person, 2026-11-29");
    }

    @Test
    void whoever_agrees_is_told_before_whether_a_picture_is_kept() throws IOException {
        assertThat(text(open("agross"))).contains("The portraits are not kept.").doesNotContain("picture of my face");

        pages = pages(Period.ofDays(365), true);

        assertThat(text(open("agross")))
                .contains("A small picture of my face is kept with them")
                .doesNotContain("not kept");
    }

    @Test
    void where_it_is_not_allowed_there_is_no_page() throws IOException {
        pages = pages(null);

        assertThat(open("agross").status()).isEqualTo(404);
        assertThat(send("agross", "", true, Photographs.SMILING).status()).isEqualTo(404);
        assertThat(stored).isEmpty();
    }

    @Test
    void who_is_not_logged_in_is_told_so() throws IOException {
        assertThat(open(null)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(text(answer)).contains("You are not logged in").doesNotContain("<form");
        });
        assertThat(pages.answer(request("POST", null, new byte[0])).status()).isEqualTo(403);
    }

    @Test
    void nothing_is_done_without_consent_a_portrait_or_the_pages_own_form() throws IOException {
        assertThat(send("agross", token("agross"), false, Photographs.SMILING).status())
                .isEqualTo(422);
        assertThat(send("agross", token("agross"), true).status()).isEqualTo(422);
        assertThat(send("agross", token("bross"), true, Photographs.SMILING).status())
                .isEqualTo(403);
        assertThat(send("agross", "", true, Photographs.SMILING).status()).isEqualTo(403);
        assertThat(stored).isEmpty();
    }

    /** At a colleague's unlocked screen. */
    @Test
    void under_a_name_that_has_a_face_no_other_face_is_put() throws IOException {
        enrol("agross", Photographs.SMILING);

        PageAnswer answer = enrol("AGross", Photographs.BLOND);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer)).contains("You are not enrolled. Ask those who run this service.");
        assertThat(stored.keySet()).containsExactly("agross");
    }

    @Test
    void the_same_face_gets_newer_portraits_and_keeps_the_record_that_the_operator_gave() throws IOException {
        KycRecord record =
                new KycRecord("HR-1", null, "ACCEPTED", null, true, "accept", null, Map.of("fullName", "ANNA"));
        enroller.enrol(new Person("agross", record, List.of(Photographs.png(Photographs.image(Photographs.SMILING)))));

        assertThat(enrol("agross", Photographs.LAUGHING).status()).isEqualTo(200);

        assertThat(stored.get("agross").record()).isEqualTo(record);
        assertThat(stored.get("agross").consent().keepUntil()).isEqualTo(LocalDate.of(2027, 11, 29));
    }

    @Test
    void a_face_that_is_on_file_under_another_name_is_refused_without_saying_so() throws IOException {
        enrol("agross", Photographs.SMILING);

        PageAnswer answer = enrol("eve", Photographs.LAUGHING);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer)).contains("You are not enrolled. Ask").doesNotContain("another name", "agross");
    }

    @Test
    void a_portrait_of_nobody_is_named() throws IOException {
        assertThat(text(enrol("agross", Photographs.NOBODY)))
                .contains("no portrait can be used", "Portrait 1 was not used: no face was found on it.");
    }

    /** A form of which nothing has arrived yet, while others are sent; it counts those that are waited for. */
    private PageAnswer whileSending(int others, List<PageAnswer> refused) throws IOException {
        InputStream body = new InputStream() {
            private boolean isOver;

            @Override
            public int read() throws IOException {
                if (!isOver) {
                    isOver = true;
                    if (others > 0) {
                        whileSending(others - 1, refused);
                    } else {
                        refused.add(pages.answer(request("POST", "anna", new InputStream() {
                            @Override
                            public int read() {
                                throw new AssertionError("it is read");
                            }
                        })));
                    }
                }
                return -1;
            }
        };
        return pages.answer(request("POST", "anna", body));
    }

    @Test
    void of_people_who_enrol_themselves_at_one_moment_more_than_a_few_are_told_to_come_later_before_they_are_read()
            throws IOException {
        List<PageAnswer> refused = new ArrayList<>();

        whileSending(Sender.ENROLLED.limit() - 1, refused);

        assertThat(refused).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsEntry("Retry-After", "5");
            assertThat(text(answer)).contains("Too many");
        });
        assertThat(send("anna", token("anna"), true, Photographs.SMILING).status())
                .isEqualTo(200);
    }
}
