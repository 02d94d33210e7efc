package org.facecheck.engine.store;

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
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:org/facecheck/engine/store/" + name)
                    .table("facecheck_" + name + "_history")
                    .baselineOnMigrate(true) // other tables may be there already
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new GalleryStoreException(
                    "the tables of the " + name + " database can't be made or upgraded", failed);
        }
    }
}
