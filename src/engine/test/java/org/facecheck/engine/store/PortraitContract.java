package org.facecheck.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.face.AlignedFace;
import org.facecheck.engine.gallery.Consent;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.facecheck.engine.gallery.SearchResult;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.store.key.MasterKeys;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What becomes of portraits on every database, where an operator has them kept and where not. */
abstract class PortraitContract extends DatabaseContract {
    private static final String OTHER_LOOKUP = "lookup AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
    private static final int SIDE = 150;

    private EncryptedStore withPortraits() {
        return store(LOOKUP + OLD).withPortraits();
    }

    /** A cut-out of one grey, by which it is known again. */
    private static AlignedFace face(int grey) {
        float[] rgb = new float[SIDE * SIDE * 3];
        Arrays.fill(rgb, grey);
        return new AlignedFace(rgb, 1);
    }

    private static int grey(FacePicture picture) {
        BufferedImage image = decoded(picture);
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(SIDE, SIDE);
        return image.getRGB(SIDE / 2, SIDE / 2) & 0xFF;
    }

    private static BufferedImage decoded(FacePicture picture) {
        try {
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.jpeg())));
        } catch (IOException noPicture) {
            throw new AssertionError(noPicture);
        }
    }

    private List<Integer> greys(EncryptedStore store, String key) {
        return store.portraits().of(key).stream().map(PortraitContract::grey).toList();
    }

    private static void enrolAnnaAndBen(EncryptedStore store) {
        Gallery gallery = gallery(store);
        gallery.enrol(
                new EnrolledPerson("anna", person("anna", at(0)).record(), List.of(at(0), at(0.2))),
                List.of(face(40), face(80)));
        gallery.enrol(person("ben", at(2)), List.of(face(120)));
    }

    @Test
    void no_portrait_is_kept_unless_it_is_asked_for() throws SQLException {
        EncryptedStore store = store(LOOKUP + OLD);

        enrolAnnaAndBen(store);

        assertThat(store.portraits().areKept()).isFalse();
        assertThat(store.portraits().count()).isZero();
        assertThat(store.portraits().of("anna")).isEmpty();
        assertThat(rows(people, "SELECT content FROM facecheck_portrait")).isEmpty();
    }

    @Test
    void each_face_that_was_enrolled_is_kept_for_whoever_opens_the_store_next() {
        enrolAnnaAndBen(withPortraits());

        EncryptedStore again = withPortraits();

        assertThat(again.portraits().count()).isEqualTo(3);
        assertThat(greys(again, "Anna ")).containsExactly(40, 80);
        assertThat(greys(again, "ben")).containsExactly(120);
        assertThat(greys(again, "nobody")).isEmpty();
        assertThat(gallery(again).verify("anna", at(0.1))).isInstanceOf(SearchResult.Match.class);
        assertThat(events).isEmpty();
    }

    @Test
    void a_portrait_is_a_picture_and_nothing_else_and_its_text_form_shows_nothing() {
        enrolAnnaAndBen(withPortraits());

        FacePicture picture = withPortraits().portraits().of("ben").get(0);

        String file = new String(picture.jpeg(), StandardCharsets.ISO_8859_1);
        assertThat(file).startsWith("\u00FF\u00D8").doesNotContain("Exif", "http", "ICC_PROFILE");
        assertThat(picture).hasToString("FacePicture[" + picture.jpeg().length + " bytes]");
    }

    @Test
    void nothing_of_a_portrait_can_be_read_in_the_database() throws SQLException {
        enrolAnnaAndBen(withPortraits());

        List<String> contents = rows(people, "SELECT content FROM facecheck_portrait");

        assertThat(contents).hasSize(3).doesNotHaveDuplicates();
        assertThat(contents).allSatisfy(content -> assertThat(content).doesNotContain("JFIF", "\u00FF\u00D8\u00FF"));
    }

    @Test
    void portraits_go_with_their_person_and_nobody_elses() throws SQLException {
        EncryptedStore store = withPortraits();
        enrolAnnaAndBen(store);

        gallery(store).remove("anna");

        assertThat(store.portraits().of("anna")).isEmpty();
        assertThat(rows(people, "SELECT person FROM facecheck_portrait"))
                .containsExactly(pseudonym("ben").toString());
    }

    @Test
    void portraits_go_when_their_persons_time_is_over() {
        EncryptedStore store = withPortraits();
        Gallery gallery = gallery(store);
        Consent consent = new Consent("HR/1", LocalDate.of(2026, 12, 31));
        gallery.enrol(
                new EnrolledPerson("anna", person("anna", at(0)).record(), List.of(at(0)), consent), List.of(face(40)));

        gallery.removeExpired(LocalDate.of(2027, 1, 1));

        assertThat(store.portraits().count()).isZero();
    }

    @Test
    void who_is_enrolled_again_has_the_new_portraits_only() {
        EncryptedStore store = withPortraits();
        enrolAnnaAndBen(store);

        gallery(store).enrol(person("anna", at(0)), List.of(face(200)));
        gallery(store).enrol(person("ben", at(2)));

        assertThat(greys(store, "anna")).containsExactly(200);
        assertThat(greys(store, "ben")).isEmpty();
    }

    @Test
    void portraits_change_in_one_transaction_with_their_person() throws SQLException {
        EncryptedStore store = withPortraits();
        enrolAnnaAndBen(store);
        execute(people, "DROP TABLE facecheck_audit");

        assertThatThrownBy(() -> gallery(store).enrol(person("anna", at(0)), List.of(face(200))))
                .isInstanceOf(GalleryStoreException.class);
        assertThatThrownBy(() -> store.portraits().deleteAll()).isInstanceOf(GalleryStoreException.class);

        assertThat(greys(store, "anna")).containsExactly(40, 80);
        assertThat(greys(store, "ben")).containsExactly(120);
    }

    @Test
    void with_a_new_master_key_portraits_are_encrypted_anew_and_the_old_one_can_be_destroyed() throws SQLException {
        enrolAnnaAndBen(withPortraits());
        List<String> before = rows(people, "SELECT content FROM facecheck_portrait");

        store(LOOKUP + NEW + OLD); // it does not keep portraits, and takes those along that are there

        assertThat(rows(people, "SELECT content FROM facecheck_portrait"))
                .hasSize(3)
                .doesNotContainAnyElementsOf(before);
        assertThat(greys(store(LOOKUP + NEW), "anna")).containsExactly(40, 80);
        assertThat(events).containsExactly(new EngineEvent.MasterKeyRotated(2, "2026-11"));
    }

    @Test
    void rows_that_are_named_anew_take_their_portraits_along() {
        enrolAnnaAndBen(withPortraits());

        EncryptedStore renamed = store(OTHER_LOOKUP + OLD);

        assertThat(gallery(renamed).people()).isEqualTo(2);
        assertThat(greys(renamed, "anna")).containsExactly(40, 80);
        assertThat(renamed.portraits().count()).isEqualTo(3);
    }

    @Test
    void a_portrait_that_was_put_elsewhere_in_the_database_is_not_shown() throws SQLException {
        EncryptedStore store = withPortraits();
        enrolAnnaAndBen(store);
        // Ben's face as Anna's third, and her two in each other's places.
        execute(people, "UPDATE facecheck_portrait SET place = 9 WHERE place = 1");
        execute(
                people,
                "UPDATE facecheck_portrait SET person = '" + pseudonym("anna") + "', place = 2 WHERE person = '"
                        + pseudonym("ben") + "'");

        assertThat(greys(store, "anna")).containsExactly(40);
        assertThat(events).containsExactly(new EngineEvent.UnreadablePortraits(2));
    }

    @Test
    void portraits_that_are_still_kept_though_they_are_no_more_asked_for_are_deleted_by_one_call() throws SQLException {
        enrolAnnaAndBen(withPortraits());
        List<String> dataKeys = rows(keys, "SELECT id FROM facecheck_data_key");
        EncryptedStore store = store(LOOKUP + OLD);
        assertThat(store.portraits().count()).isEqualTo(3);

        assertThat(store.portraits().deleteAll()).isEqualTo(2);

        assertThat(store.portraits().count()).isZero();
        assertThat(store.portraits().deleteAll()).isZero();
        assertThat(gallery(store).search(at(2))).isInstanceOf(SearchResult.Match.class);
        assertThat(rows(people, "SELECT action FROM facecheck_audit WHERE action = 'PORTRAIT_DELETED'"))
                .hasSize(2);
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key"))
                .as("what a backup has of the portraits is unreadable")
                .hasSize(2)
                .doesNotContainAnyElementsOf(dataKeys);
    }

    @Test
    void portraits_of_a_person_whom_nobody_can_read_are_deleted_too() throws SQLException {
        enrolAnnaAndBen(withPortraits());
        execute(keys, "DELETE FROM facecheck_data_key");
        EncryptedStore store = store(LOOKUP + OLD);
        assertThat(store.portraits().of("anna")).isEmpty();
        assertThat(events).containsExactly(new EngineEvent.UnreadablePortraits(2));

        store.portraits().deleteAll();

        assertThat(store.portraits().count()).isZero();
    }

    private KeptPortraits alone(String masters) {
        return KeptPortraits.open(people, keys, MasterKeys.of(masters), events::add);
    }

    @Test
    void portraits_are_deleted_without_the_model_that_people_were_enrolled_with() throws SQLException {
        enrolAnnaAndBen(withPortraits());
        List<String> dataKeys = rows(keys, "SELECT id FROM facecheck_data_key");

        assertThat(alone(LOOKUP + OLD).count()).isEqualTo(3);
        assertThat(alone(LOOKUP + OLD).deleteAll()).isEqualTo(2);

        assertThat(alone(LOOKUP + OLD).count()).isZero();
        assertThat(gallery(store(LOOKUP + OLD)).people()).isEqualTo(2);
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).hasSize(2).doesNotContainAnyElementsOf(dataKeys);
        assertThat(rows(people, "SELECT action FROM facecheck_audit WHERE action = 'PORTRAIT_DELETED'"))
                .hasSize(2);
        assertThat(events).isEmpty();
    }

    @Test
    void where_no_store_was_ever_opened_there_are_no_portraits_to_delete_and_no_tables_are_made() {
        assertThatThrownBy(() -> alone(LOOKUP + OLD))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("no store has ever been opened in the people database");
        assertThatThrownBy(() -> rows(people, "SELECT * FROM facecheck_people_history"))
                .isInstanceOf(SQLException.class);

        Schema.PEOPLE.migrate(people);

        assertThatThrownBy(() -> alone(LOOKUP + OLD)).hasMessageContaining("the keys database");
    }

    @Test
    void without_the_master_key_no_portrait_is_deleted() {
        enrolAnnaAndBen(withPortraits());

        assertThatThrownBy(() -> alone(LOOKUP + NEW).deleteAll())
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("no master key \"2025-12\"");

        assertThat(greys(withPortraits(), "anna")).containsExactly(40, 80);
    }

    @Test
    void that_portraits_may_still_be_read_in_backups_is_told() {
        enrolAnnaAndBen(withPortraits());

        assertThat(alone(LOOKUP + MISTAKEN).deleteAll()).isEqualTo(2);

        assertThat(alone(LOOKUP + OLD).count()).isZero();
        assertThat(gallery(store(LOOKUP + OLD)).people()).isEqualTo(2);
        assertThat(events).containsExactly(new EngineEvent.PortraitsInBackups(2));
    }

    @Test
    void a_database_of_an_earlier_version_is_upgraded_and_keeps_its_people() throws SQLException {
        Flyway.configure()
                .dataSource(people)
                .locations("classpath:org/facecheck/engine/store/people")
                .table("facecheck_people_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("1")
                .load()
                .migrate();
        UUID ben = pseudonym("ben");
        execute(
                people,
                "INSERT INTO facecheck_person (person, data_key, model, template_version, written, content)"
                        + " VALUES ('" + ben + "', '" + ben + "', 'model-a', 1, CURRENT_TIMESTAMP, '')");

        enrolAnnaAndBen(withPortraits());

        assertThat(rows(people, "SELECT person FROM facecheck_person")).hasSize(2);
        assertThat(greys(withPortraits(), "ben")).containsExactly(120);
    }
}
