package org.facecheck.engine.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Data sources for who has none: an application server gives one by JNDI, with a pool. These open a connection for each change,
 * which is rare. The driver must be in the application: {@code com.h2database:h2} or {@code org.postgresql:postgresql}.
 * No database is asked before {@link EncryptedStore} opens a connection, which then fails if it can't be reached.
 *
 * <pre>{@code
 * DataSource people = Databases.at("jdbc:postgresql://db.intranet.example/facecheck", "facecheck", password);
 * }</pre>
 *
 * <p>Thread-safe; what it gives has nothing to be closed.
 */
public final class Databases {
    private Databases() {}

    /**
     * An H2 database in files of this process's own.
     *
     * @param file without an ending, such as {@code /var/lib/facecheck/people}; created if it does not exist
     */
    public static DataSource embedded(Path file) {
        // It is closed some time after the last connection: opening it for each of many changes would take most of
        // their time.
        return at("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_DELAY=10", "facecheck", "");
    }

    /**
     * A database by its URL.
     *
     * @param url such as {@code jdbc:postgresql://db.intranet.example/facecheck}
     * @param user of the database
     * @param password of the user
     */
    public static DataSource at(String url, String user, String password) {
        return Flyway.configure(Databases.class.getClassLoader())
                .dataSource(url, user, password)
                .getDataSource();
    }
}
