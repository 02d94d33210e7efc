package org.facecheck.engine.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.facecheck.engine.gallery.GalleryStoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, in the state that this version needs: Flyway runs what a database lacks, and remembers it there. Each schema has a
 * history of its own, so that both can be in one database, and beside other tables.
 */
enum Schema {
    PEOPLE("people"),
    KEYS("keys");

    /** H2's DATABASE_ALREADY_OPEN_1 (org.h2.api.ErrorCode). */
    private static final String H2_IS_OPEN = "90020";

    private final String name;

    Schema(String name) {
        this.name = name;
    }

    /**
     * Makes or upgrades the tables.
     *
     * @throws GalleryStoreException if it can't
     */
    void migrate(DataSource database) {
        try {
            flyway(database).migrate();
        } catch (FlywayException failed) {
            throw new GalleryStoreException(
                    "the tables of the " + name + " database can't be made or upgraded" + because(failed), failed);
        }
    }

    /**
     * Upgrades tables that are there, and makes none: by a slip in an address, an empty store would be taken for the one that is meant.
     *
     * @throws GalleryStoreException if there are none, or it can't
     */
    void upgrade(DataSource database) {
        try {
            if (flyway(database).info().current() == null) {
                throw new GalleryStoreException(
                        "no store has ever been opened in the " + name + " database; is its address right?", null);
            }
        } catch (FlywayException failed) {
            throw new GalleryStoreException(
                    "the tables of the " + name + " database can't be read" + because(failed), failed);
        }
        migrate(database);
    }

    private Flyway flyway(DataSource database) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:org/facecheck/engine/store/" + name)
                .table("facecheck_" + name + "_history")
                .baselineOnMigrate(true) // other tables may be there already
                .baselineVersion("0")
                .load();
    }

    /** The one reason that an operator meets often, and that a stack trace hides: a command, while the service runs. */
    private static String because(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && H2_IS_OPEN.equals(sql.getSQLState())) {
                return ": another process has its files open. Stop the service first";
            }
        }
        return "";
    }
}
