package org.facecheck.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.facecheck.FaceCheckEvent;

/** Who passed when, in the application's database: as the documents show it. */
@ApplicationScoped
public class Register {
    private static final String TABLE = "face_checks";
    private static final String COLUMNS = "at, reference, outcome, principal, record_id, full_name, path";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** Committed before the pass is given; where it throws, there is none. */
    @Transactional
    public void enter(@Observes FaceCheckEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + TABLE + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setTimestamp(1, Timestamp.from(event.at()));
            insert.setString(2, event.reference());
            insert.setString(3, event.outcome().name());
            insert.setString(4, event.principal());
            insert.setString(5, event.recordId());
            insert.setString(
                    6,
                    event.identity() == null
                            ? null
                            : event.identity().fullName().orElse(null));
            insert.setString(7, event.requestedPath());
            insert.executeUpdate();
        }
    }

    public void create() throws SQLException {
        execute("CREATE TABLE " + TABLE
                + " (at TIMESTAMP, reference VARCHAR(8), outcome VARCHAR(30), principal VARCHAR(99),"
                + " record_id VARCHAR(99), full_name VARCHAR(999), path VARCHAR(999))");
    }

    public void drop() throws SQLException {
        execute("DROP TABLE IF EXISTS " + TABLE);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public List<String> entries() throws SQLException {
        List<String> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + COLUMNS + " FROM " + TABLE + " ORDER BY at")) {
            while (rows.next()) {
                entries.add("%s by %s is %s (%s) for %s"
                        .formatted(
                                rows.getString("outcome"),
                                rows.getString("principal"),
                                rows.getString("full_name"),
                                rows.getString("record_id"),
                                rows.getString("path")));
            }
        }
        return entries;
    }
}
