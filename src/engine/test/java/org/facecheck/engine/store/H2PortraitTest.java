package org.facecheck.engine.store;

import java.nio.file.Path;
import java.sql.SQLException;
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
        return new H2Files(directory).databases();
    }

    @AfterEach
    void close() throws SQLException {
        new H2Files(directory).close();
    }
}
