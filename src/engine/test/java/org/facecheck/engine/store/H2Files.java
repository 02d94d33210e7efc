package org.facecheck.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The people's database and that of their keys, in files of the process's own.
 *
 * @param directory where they are
 */
record H2Files(Path directory) {
    List<DataSource> databases() {
        return List.of(
                Databases.embedded(directory.resolve("people")), Databases.embedded(directory.resolve("keys/keys")));
    }

    /** Lets the files go: what was written is in them. */
    void close() throws SQLException {
        for (DataSource one : databases()) {
            try (Connection connection = one.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        }
    }
}
