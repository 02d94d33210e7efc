package org.facecheck.engine.store;

import java.util.List;
import javax.sql.DataSource;

/** On a real server, which the test starts for itself. */
class PostgresPortraitTest extends PortraitContract {
    @Override
    List<DataSource> databases() throws Exception {
        PostgresServer server = PostgresServer.running();
        return List.of(server.newDatabase(), server.newDatabase());
    }
}
