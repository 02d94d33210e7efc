package org.facecheck.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The portraits in the people's database. They are written in the transaction of their person's row, and deleted with it by the
 * database itself. Thread-safe.
 *
 * @param database of the people
 */
record PortraitRows(DataSource database) {

    /** Writes these, and no others, beside a row that is there already. */
    static void replace(Connection connection, UUID person, List<PortraitRow> portraits) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM facecheck_portrait WHERE person = ?")) {
            delete.setObject(1, person);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO facecheck_portrait (person, place, content) VALUES (?, ?, ?)")) {
            for (PortraitRow portrait : portraits) {
                insert.setObject(1, portrait.person());
                insert.setInt(2, portrait.place());
                insert.setBytes(3, portrait.content());
                insert.executeUpdate();
            }
        }
    }

    /** One person's, with the key of the row at that moment: one statement, so that no enrolment can come between. */
    List<PortraitRow> of(UUID person) throws SQLException {
        List<PortraitRow> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT p.data_key, f.place, f.content FROM facecheck_portrait f JOIN facecheck_person p"
                                + " ON p.person = f.person WHERE f.person = ? ORDER BY f.place")) {
            select.setObject(1, person);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    all.add(new PortraitRow(
                            person, found.getObject(1, UUID.class), found.getInt(2), found.getBytes(3)));
                }
            }
        }
        return all;
    }

    /** Of whom there is at least one. */
    List<UUID> people() throws SQLException {
        List<UUID> people = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT DISTINCT person FROM facecheck_portrait");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                people.add(found.getObject(1, UUID.class));
            }
        }
        return people;
    }

    /** How many there are, readable or not. */
    int count() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM facecheck_portrait");
                ResultSet found = select.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }
}
