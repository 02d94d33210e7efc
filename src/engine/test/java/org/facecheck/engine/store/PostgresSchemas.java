package org.facecheck.engine.store;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The people's database and that of their keys, as two schemas that nobody has used, each behind a pool, as an application server gives
 * them. What the product opens by itself, without a pool and in databases of its own, is in {@link SharedGalleryTest}.
 */
final class PostgresSchemas {
    private final List<JdbcConnectionPool> pools;

    PostgresSchemas(PostgresServer server) throws SQLException {
        this.pools = List.of(server.newSchema(), server.newSchema());
    }

    List<DataSource> databases() {
        return List.copyOf(pools);
    }

    void close() {
        pools.forEach(JdbcConnectionPool::dispose);
    }
}
