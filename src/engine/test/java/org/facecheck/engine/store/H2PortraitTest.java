package org.facecheck.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** In files of the process's own. */
class H2PortraitTest extends PortraitContract {
    @TempDir
    Path directory;

    @Override
    List<DataSource> databases() {
        return List.of(
                Databases.embedded(directory.resolve("people")), Databases.embedded(directory.resolve("keys/keys")));
    }

    @AfterEach
    void close() throws SQLException {
        for (DataSource one : databases()) {
            try (Connection connection = one.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        }
    }
}
