package org.facecheck.engine.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.facecheck.engine.EngineEvent;
import org.facecheck.engine.store.Databases;
import org.facecheck.engine.store.EncryptedStore;
import org.facecheck.engine.store.KeptPortraits;
import org.facecheck.engine.store.key.MasterKeys;

/**
 * What an operator says of keeping people: {@code people}, {@code keys}, {@code master-keys}, {@code database-user}, {@code
 * database-password-file} and {@code keep-portraits}. Immutable; the text form shows the file only, and no password.
 *
 * @param file the operator's settings
 */
public record StoreSettings(SettingsFile file) {

    /**
     * Opens the store: tables are upgraded, and what is under an older master key is encrypted anew.
     *
     * @param model as {@code FaceEngine.modelId()} says
     * @throws IOException if a setting is missing or wrong, or a file can't be read
     * @throws org.facecheck.engine.gallery.GalleryStoreException if a database or the key file can't be used
     */
    public EncryptedStore open(String model) throws IOException {
        EncryptedStore store =
                EncryptedStore.open(database("people"), database("keys"), masters(), model, EngineEvent::log);
        return keepsPortraits() ? store.withPortraits() : store;
    }

    /**
     * Opens the portraits of a store that is there, for a command: neither weights nor clients are needed.
     *
     * @throws IOException if a setting is missing or wrong, or there is no such file
     * @throws org.facecheck.engine.gallery.GalleryStoreException if there is no store, or it can't be used
     */
    public KeptPortraits portraits() throws IOException {
        return KeptPortraits.open(existing("people"), existing("keys"), masters(), EngineEvent::log);
    }

    private MasterKeys masters() throws IOException {
        return MasterKeys.read(file.path("master-keys"));
    }

    /** H2 makes the file that is not there; whoever deletes by a slip in a path would believe that all is gone. */
    private DataSource existing(String key) throws IOException {
        if (!isAddress(file.required(key)) && !Files.isRegularFile(Path.of(file.path(key) + ".mv.db"))) {
            throw file.wrong("the setting \"" + key + "\" names no database that exists: there is no file "
                    + file.path(key) + ".mv.db");
        }
        return database(key);
    }

    /**
     * Whether a picture of each face is kept beside its person, encrypted as the rest is; not, unless it is said.
     *
     * @throws IOException if it is neither true nor false: a slip must not keep pictures that nobody wants
     */
    public boolean keepsPortraits() throws IOException {
        String value = file.value("keep-portraits");
        return switch (value == null ? "false" : value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw file.wrong("the setting \"keep-portraits\" is neither true nor false");
        };
    }

    /** The password has a file of its own, so that this one may be read by whoever looks after the server. */
    private DataSource database(String key) throws IOException {
        String place = file.required(key);
        if (!isAddress(place)) {
            return Databases.embedded(file.path(key));
        }
        String passwordFile = file.value("database-password-file");
        String password = passwordFile == null
                ? ""
                : Files.readString(file.sibling(passwordFile)).strip();
        String user = file.value("database-user");
        return Databases.at(place, user == null ? "" : user, password);
    }

    private static boolean isAddress(String place) {
        return place.startsWith("jdbc:");
    }

    @Override
    public String toString() {
        return "StoreSettings[" + file + "]";
    }
}
