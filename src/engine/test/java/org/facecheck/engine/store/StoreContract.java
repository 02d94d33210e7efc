package org.facecheck.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facecheck.KycRecord;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.gallery.Consent;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.facecheck.engine.gallery.SearchResult;
import org.facecheck.engine.store.key.DataKeys;
import org.facecheck.engine.store.key.MasterKeys;
import org.junit.jupiter.api.Test;

/** What the store does on every database. */
abstract class StoreContract extends DatabaseContract {
    private EncryptedStore store() {
        return store(LOOKUP + OLD);
    }

    private static EnrolledPerson anna() {
        KycRecord record = new KycRecord(
                "rec-1",
                null,
                "ACCEPTED",
                null,
                true,
                "accept",
                LocalDate.of(2031, 6, 30),
                Map.of("fullName", "ANNA GROSS", "documentNumber", "P123456"));
        Consent consent = new Consent("HR-2026/0815", LocalDate.of(2026, 12, 31));
        return new EnrolledPerson("agross", record, List.of(at(0), at(0.25)), consent);
    }

    @Test
    void who_is_enrolled_is_on_file_after_the_next_start_with_all_that_was_said() {
        gallery(store()).enrol(anna());
        gallery(store()).enrol(person("ben", at(2)));

        Gallery again = gallery(store());

        assertThat(again.people()).isEqualTo(2);
        assertThat(again.search(at(0.2))).isInstanceOfSatisfying(SearchResult.Match.class, match -> {
            assertThat(match.person().key()).isEqualTo("agross");
            assertThat(match.person().record()).isEqualTo(anna().record());
            assertThat(match.person().consent()).isEqualTo(anna().consent());
            assertThat(match.person().templates()).hasSize(2);
        });
        assertThat(events).isEmpty();
    }

    /** As a version did that made pseudonyms of keys as they were written. */
    private void enrolledByAnEarlierVersion(EnrolledPerson person) throws SQLException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        DataKeys.DataKey key = new DataKeys(keys, MasterKeys.of(LOOKUP + OLD), clock).create();
        new PersonRows(people, clock)
                .put(
                        PersonRow.encrypt(
                                UUID.randomUUID(),
                                key,
                                "model-a",
                                PersonFormat.VERSION,
                                person.consent().keepUntil(),
                                PersonFormat.write(person)),
                        List.of());
    }

    @Test
    void who_was_enrolled_under_another_pseudonym_is_found_and_once_deleted_stays_away() throws SQLException {
        store();
        enrolledByAnEarlierVersion(anna());

        Gallery gallery = gallery(store());

        assertThat(gallery.search(at(0.2))).isInstanceOf(SearchResult.Match.class);
        assertThat(gallery.remove("agross")).isTrue();
        assertThat(gallery(store()).people()).isZero();
        assertThat(rows(people, "SELECT * FROM facecheck_person")).isEmpty();
        assertThat(rows(keys, "SELECT * FROM facecheck_data_key")).isEmpty();
    }

    @Test
    void who_was_enrolled_again_since_is_kept_as_they_are_now() throws SQLException {
        gallery(store()).enrol(new EnrolledPerson("agross", anna().record(), List.of(at(3))));
        enrolledByAnEarlierVersion(anna());

        Gallery gallery = gallery(store());

        assertThat(gallery.people()).isEqualTo(1);
        assertThat(gallery.search(at(3))).isInstanceOf(SearchResult.Match.class);
        assertThat(gallery.search(at(0.2))).isInstanceOf(SearchResult.NoMatch.class);
        assertThat(rows(people, "SELECT * FROM facecheck_person")).hasSize(1);
    }

    @Test
    void nothing_of_a_person_can_be_read_in_the_database() throws SQLException {
        gallery(store()).enrol(anna());

        List<String> all = new ArrayList<>(rows(people, "SELECT * FROM facecheck_person"));
        all.addAll(rows(people, "SELECT * FROM facecheck_audit"));
        all.addAll(rows(keys, "SELECT * FROM facecheck_data_key"));

        assertThat(all).hasSize(3);
        assertThat(String.join("\n", all)).doesNotContain("agross", "ANNA", "GROSS", "P123456", "fullName", "HR-2026");
        assertThat(all.get(0)).contains("model-a", "2026-12-31");
    }

    @Test
    void a_deleted_person_is_gone_from_memory_row_and_key_and_a_line_says_so() throws SQLException {
        EncryptedStore store = store();
        Gallery gallery = gallery(store);
        gallery.enrol(anna());
        gallery.enrol(person("ben", at(2)));

        assertThat(gallery.remove("agross")).isTrue();

        assertThat(gallery.verify("agross", at(0))).isInstanceOf(SearchResult.NoMatch.class);
        assertThat(gallery(store()).people()).isEqualTo(1);
        assertThat(rows(people, "SELECT model FROM facecheck_person")).hasSize(1);
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).hasSize(1);
        String pseudonym = pseudonym("agross").toString();
        assertThat(rows(
                        people,
                        "SELECT action FROM facecheck_audit WHERE person = '" + pseudonym + "' ORDER BY action"))
                .containsExactly("DELETED", "ENROLLED");
        assertThat(gallery.remove("agross")).isFalse();
    }

    /** The backup of the people's database is put back in, after the deletion. */
    @Test
    void a_deleted_person_does_not_come_back_with_a_backup_of_the_people() throws SQLException {
        EncryptedStore store = store();
        Gallery gallery = gallery(store);
        gallery.enrol(anna());
        PersonRows database = new PersonRows(people, Clock.systemUTC());
        List<PersonRow> backup = database.all();
        gallery.remove("agross");
        for (PersonRow row : backup) {
            database.put(row, List.of());
        }

        Gallery restored = gallery(store());

        assertThat(restored.people()).isZero();
        assertThat(events).containsExactly(new EngineEvent.UnreadableRows(1, 0));
        assertThat(restored.remove("agross")).isTrue();
        assertThat(rows(people, "SELECT person FROM facecheck_person")).isEmpty();
    }

    @Test
    void with_a_new_master_key_all_is_encrypted_anew_and_the_old_one_can_be_destroyed() throws SQLException {
        gallery(store()).enrol(anna());
        gallery(store()).enrol(person("ben", at(2)));
        List<String> before = rows(people, "SELECT data_key FROM facecheck_person");

        store(LOOKUP + NEW + OLD, "model-a", NOW);

        assertThat(events).containsExactly(new EngineEvent.MasterKeyRotated(2, "2026-11"));
        assertThat(rows(people, "SELECT data_key FROM facecheck_person")).doesNotContainAnyElementsOf(before);
        assertThat(rows(keys, "SELECT master_key FROM facecheck_data_key")).containsExactly("2026-11", "2026-11");
        Gallery gallery = gallery(store(LOOKUP + NEW, "model-a", NOW));
        assertThat(gallery.people()).isEqualTo(2);
        assertThat(gallery.verify("agross", at(0.2))).isInstanceOf(SearchResult.Match.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void without_the_master_key_that_is_needed_nothing_starts() {
        gallery(store()).enrol(anna());

        assertThatThrownBy(() -> store(LOOKUP + NEW, "model-a", NOW))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContainingAll("no master key \"2025-12\"", "put it back");
    }

    @Test
    void under_another_key_of_the_same_name_nobody_is_recognised() {
        gallery(store()).enrol(anna());

        Gallery gallery = gallery(store(LOOKUP + MISTAKEN, "model-a", NOW));

        assertThat(gallery.people()).isZero();
        assertThat(events).containsExactly(new EngineEvent.UnreadableRows(0, 1));
    }

    @Test
    void a_row_that_was_changed_in_the_database_matches_nobody() throws SQLException {
        EncryptedStore store = store();
        gallery(store).enrol(anna());
        gallery(store()).enrol(person("ben", at(2)));
        gallery(store()).enrol(person("eve", at(4)));
        // Eve's templates under Ben's pseudonym, and Anna kept for longer.
        UUID ben = pseudonym("ben");
        execute(people, "DELETE FROM facecheck_person WHERE person = '" + ben + "'");
        execute(people, "UPDATE facecheck_person SET person = '" + ben + "' WHERE person = '" + pseudonym("eve") + "'");
        execute(
                people,
                "UPDATE facecheck_person SET keep_until = DATE '2099-01-01' WHERE person = '" + pseudonym("agross")
                        + "'");

        assertThat(gallery(store()).people()).isZero();
        assertThat(events).containsExactly(new EngineEvent.UnreadableRows(0, 2));
    }

    @Test
    void who_was_enrolled_by_another_model_is_not_compared_until_enrolled_again() {
        gallery(store()).enrol(anna());

        Gallery other = gallery(store(LOOKUP + OLD, "model-b", NOW));

        assertThat(other.people()).isZero();
        assertThat(events).containsExactly(new EngineEvent.EnrolledByOtherModel(1));
        assertThat(other.enrol(anna())).isInstanceOf(Enrolment.Enrolled.class);
        assertThat(gallery(store(LOOKUP + OLD, "model-b", NOW)).people()).isEqualTo(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void what_is_enrolled_again_replaces_row_and_key() throws SQLException {
        Gallery gallery = gallery(store());
        gallery.enrol(anna());
        List<String> first = rows(keys, "SELECT id FROM facecheck_data_key");

        gallery.enrol(person("agross", at(7)));

        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(gallery(store()).verify("agross", at(7))).isInstanceOf(SearchResult.Match.class);
        assertThat(gallery(store()).verify("agross", at(0))).isInstanceOf(SearchResult.NoMatch.class);
        assertThat(rows(people, "SELECT action FROM facecheck_audit ORDER BY action"))
                .containsExactly("ENROLLED", "REPLACED");
    }

    @Test
    void who_is_kept_until_a_day_is_deleted_after_it() throws SQLException {
        Gallery gallery = gallery(store());
        gallery.enrol(anna());
        gallery.enrol(person("ben", at(2)));

        assertThat(gallery.removeExpired(LocalDate.of(2026, 12, 31))).isZero();
        assertThat(gallery.removeExpired(LocalDate.of(2027, 1, 1))).isEqualTo(1);

        assertThat(gallery.people()).isEqualTo(1);
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).hasSize(1);
    }

    /** An enrolment that was cut off between key and row; another node's that is just under way is left alone. */
    @Test
    void a_key_without_a_row_is_destroyed_at_a_later_start() throws SQLException {
        store();
        new DataKeys(keys, MasterKeys.of(LOOKUP + OLD), Clock.fixed(NOW, ZoneOffset.UTC)).create();

        store(LOOKUP + OLD, "model-a", NOW.plus(Duration.ofMinutes(1)));
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).hasSize(1);
        store(LOOKUP + OLD, "model-a", NOW.plus(Duration.ofMinutes(61)));
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).isEmpty();
    }

    @Test
    void both_databases_may_be_one_that_holds_other_tables_too() throws SQLException {
        execute(people, "CREATE TABLE payroll (id INTEGER)");
        keys = people;

        gallery(store()).enrol(anna());

        assertThat(gallery(store()).people()).isEqualTo(1);
    }

    @Test
    void a_database_that_fails_enrols_nobody_and_names_nobody() throws SQLException {
        Gallery gallery = gallery(store());
        execute(people, "DROP TABLE facecheck_audit");

        assertThatThrownBy(() -> gallery.enrol(anna()))
                .isInstanceOf(GalleryStoreException.class)
                .hasMessageContaining("database fails")
                .satisfies(
                        failed -> assertThat(String.valueOf(failed.getCause())).doesNotContain("agross", "ANNA"));

        assertThat(gallery.people()).isZero();
        assertThat(rows(people, "SELECT person FROM facecheck_person")).isEmpty();
        assertThat(rows(keys, "SELECT id FROM facecheck_data_key")).isEmpty();
    }
}
