package org.facecheck.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facecheck.engine.gallery.Templates.at;
import static org.facecheck.engine.gallery.Templates.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.gallery.GalleryStore.Watch;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.gallery.SearchResult.Match;
import org.facecheck.engine.gallery.SearchResult.NoMatch;
import org.facecheck.engine.gallery.StoreChange;
import org.facecheck.engine.store.key.MasterKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that share one PostgreSQL, as two stores and galleries here. */
class SharedGalleryTest {
    private static final String MASTERS = "lookup AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
            + "a ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n";

    private final BlockingQueue<StoreChange> heard = new LinkedBlockingQueue<>();
    private DataSource people;
    private Gallery here;
    private Gallery there;
    private Watch watch;

    @BeforeEach
    void open() throws Exception {
        PostgresServer server = PostgresServer.running();
        people = server.newDatabase();
        DataSource keys = server.newDatabase();
        here = new Gallery(MatchPolicy.standard(), store(people, keys));
        EncryptedStore other = store(people, keys);
        there = new Gallery(MatchPolicy.standard(), other);
        watch = other.watch(change -> {
            there.apply(change);
            heard.add(change);
        });
        next(StoreChange.Everything.class);
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    private static EncryptedStore store(DataSource people, DataSource keys) {
        return EncryptedStore.open(people, keys, MasterKeys.of(MASTERS), "model-a", event -> {});
    }

    private void next(Class<? extends StoreChange> kind) throws InterruptedException {
        assertThat(heard.poll(60, TimeUnit.SECONDS)).isInstanceOf(kind);
    }

    @Test
    void who_is_enrolled_here_is_recognised_there_and_no_more_once_deleted() throws Exception {
        here.enrol(person("anna", at(0)));
        next(StoreChange.Written.class);
        assertThat(there.verify("anna", at(0.1))).isInstanceOf(Match.class);

        here.enrol(person("anna", at(5)));
        next(StoreChange.Written.class);
        assertThat(there.verify("anna", at(0.1))).isInstanceOf(NoMatch.class);
        assertThat(there.search(at(5.1))).isInstanceOf(Match.class);

        here.remove("anna");
        next(StoreChange.Deleted.class);
        assertThat(there.search(at(5.1))).isInstanceOf(NoMatch.class);
        assertThat(there.people()).isZero();
    }

    @Test
    void ones_own_changes_are_no_news() throws Exception {
        there.enrol(person("ben", at(0)));
        here.enrol(person("anna", at(5)));

        next(StoreChange.Written.class);

        assertThat(heard).isEmpty();
        assertThat(there.people()).isEqualTo(2);
    }

    @Test
    void after_a_lost_connection_everything_is_read_again() throws Exception {
        cutOffListeners();
        here.enrol(person("anna", at(0))); // while nobody listens, or before

        next(StoreChange.Everything.class);

        assertThat(there.verify("anna", at(0.1))).isInstanceOf(Match.class);
    }

    @Test
    void a_message_that_is_none_is_survived() throws Exception {
        execute("SELECT pg_notify('facecheck_person', 'not-a-person somewhere')");
        next(StoreChange.Everything.class);

        here.enrol(person("anna", at(0)));

        next(StoreChange.Written.class);
    }

    private void cutOffListeners() throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                + " AND datname = current_database() AND pid <> pg_backend_pid()");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = people.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
