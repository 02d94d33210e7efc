package org.facecheck.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.facecheck.engine.gallery.GalleryStore.Watch;
import org.facecheck.engine.gallery.StoreChange;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of what other processes write and delete in one PostgreSQL (documentation, LISTEN and NOTIFY), in a thread and with a
 * connection of its own. What happens while there is no connection is made up for by reading everything after the next one. A message
 * has a pseudonym and a process, and nothing of a person.
 */
final class PostgresChanges implements Watch {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    /** How long one question for messages waits: the driver answers as soon as there is one. */
    private static final int WAIT_MILLIS = 1000;

    private static final int RETRY_MILLIS = 2000;

    private final DataSource database;
    private final UUID own;
    private final Source source;
    private final Consumer<StoreChange> listener;
    private final Thread thread = new Thread(this::listen, "facecheck-engine-changes");
    private volatile boolean isClosed;

    /** What is in the store now. */
    interface Source {
        StoreChange everything();

        StoreChange of(UUID person) throws SQLException;
    }

    /** Begins at once. */
    PostgresChanges(DataSource database, UUID own, Source source, Consumer<StoreChange> listener) {
        this.database = database;
        this.own = own;
        this.source = source;
        this.listener = listener;
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (!isClosed) {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException failed) { // whatever it was: the next connection reads everything
                if (!isClosed) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "what other processes enrol and delete is not heard; trying again",
                            failed);
                }
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement listen = connection.createStatement()) {
            listen.execute("LISTEN " + PersonRows.CHANNEL);
        }
        listener.accept(source.everything()); // after LISTEN: whatever is committed from now on is heard
        PGConnection messages = connection.unwrap(PGConnection.class);
        while (!isClosed) {
            PGNotification[] heard = messages.getNotifications(WAIT_MILLIS);
            if (heard != null) {
                for (PGNotification one : heard) {
                    hear(one.getParameter());
                }
            }
        }
    }

    private void hear(String message) throws SQLException {
        String[] parts = message.split(" ", -1);
        if (parts.length == 2 && !parts[1].equals(own.toString())) {
            listener.accept(source.of(UUID.fromString(parts[0])));
        }
    }

    private void pause() {
        try {
            if (!isClosed) {
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
