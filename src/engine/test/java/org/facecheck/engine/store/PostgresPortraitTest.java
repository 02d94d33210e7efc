package org.facecheck.engine.store;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** On a real server, which the test starts for itself. */
class PostgresPortraitTest extends PortraitContract {
    private PostgresSchemas schemas;

    @Override
    List<DataSource> databases() throws Exception {
        schemas = new PostgresSchemas(PostgresServer.running());
        return schemas.databases();
    }

    @AfterEach
    void close() {
        if (schemas != null) {
            schemas.close();
        }
    }
}
