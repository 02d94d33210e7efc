package org.facecheck.engine.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.store.key.DataKeys;
import org.facecheck.engine.store.key.DataKeys.WrappedKey;

/**
 * Reads people back: row, key, plain bytes, person. What can't be read at one of these steps is nobody's, and the operator hears how
 * many there are. Thread-safe.
 *
 * @param rows of the people
 * @param keys of the rows
 * @param model whose templates can be compared
 * @param events hears of rows that are no one's
 */
record StoredPeople(PersonRows rows, DataKeys keys, String model, Consumer<EngineEvent> events) {

    /** Everybody who can be compared, by the pseudonym that the row has. */
    Map<UUID, EnrolledPerson> all() throws SQLException {
        List<PersonRow> all = rows.all();
        Map<UUID, WrappedKey> wrapped = keys.all(); // after the rows: a key that a row names was there before it
        Map<UUID, EnrolledPerson> people = new LinkedHashMap<>();
        int others = 0;
        int withoutKey = 0;
        int damaged = 0;
        for (PersonRow row : all) {
            WrappedKey key = wrapped.get(row.dataKey());
            if (!isComparable(row)) {
                others++;
            } else if (key == null) {
                withoutKey++;
            } else {
                Optional<EnrolledPerson> person = read(row, key);
                person.ifPresent(one -> people.put(row.person(), one));
                damaged += person.isPresent() ? 0 : 1;
            }
        }
        if (others > 0) {
            events.accept(new EngineEvent.EnrolledByOtherModel(others));
        }
        if (withoutKey + damaged > 0) {
            events.accept(new EngineEvent.UnreadableRows(withoutKey, damaged));
        }
        return people;
    }

    /** One person, by the pseudonym; empty if there is none who can be compared. */
    Optional<EnrolledPerson> find(UUID person) throws SQLException {
        PersonRow row = rows.find(person);
        WrappedKey key = row == null ? null : keys.find(row.dataKey());
        return row == null || key == null || !isComparable(row) ? Optional.empty() : read(row, key);
    }

    /** Templates of two networks, or of two ways to align a face, say nothing about each other. */
    private boolean isComparable(PersonRow row) {
        return row.model().equals(model) && row.templateVersion() == PersonFormat.VERSION;
    }

    private Optional<EnrolledPerson> read(PersonRow row, WrappedKey key) {
        return keys.unwrap(key).flatMap(row::decrypt).flatMap(PersonFormat::read);
    }
}
