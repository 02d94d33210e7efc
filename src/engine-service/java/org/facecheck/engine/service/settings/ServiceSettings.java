package org.facecheck.engine.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facecheck.engine.Acceleration;
import org.facecheck.engine.service.enrolment.ImportFolder;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says in {@code engine.properties}. Paths are taken from the file's own directory.
 *
 * <pre>
 * weights     = vladmandic-face-api-1.7.15.tgz
 * master-keys = master.keys
 * clients     = clients
 * people      = jdbc:postgresql://db.intranet.example/facecheck   # or a path, for an H2 file
 * keys        = keys
 * database-user = facecheck
 * database-password-file = database.password
 * imports = imports
 * verification-threshold = 0.5
 * search-threshold = 0.45
 * false-accept = 0.01
 * acceleration = if-present
 * search-index = exact
 * operators = agross
 * self-enrolment-days = 365
 * keep-portraits = false
 * liveness-weights = vladmandic-human-3.3.6.tgz
 * liveness-threshold = 0.9
 * </pre>
 *
 * The first five must be there. Immutable; the text form shows the file only.
 */
public final class ServiceSettings {
    private static final Set<String> KEYS = Set.of(
            "weights",
            "master-keys",
            "clients",
            "people",
            "keys",
            "imports",
            "database-user",
            "database-password-file",
            "verification-threshold",
            "search-threshold",
            "false-accept",
            "acceleration",
            "search-index",
            "operators",
            "self-enrolment-days",
            "keep-portraits",
            "liveness-weights",
            "liveness-threshold");

    private final SettingsFile file;

    private ServiceSettings(SettingsFile file) {
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it can't be read, or has a key that nobody knows: a slip would be silence
     */
    public static ServiceSettings read(Path file) throws IOException {
        return new ServiceSettings(SettingsFile.read(file, KEYS));
    }

    /** The file that {@code npm pack} wrote. */
    public Path weights() throws IOException {
        return file.path("weights");
    }

    /** The file that says who may ask. */
    public Path clients() throws IOException {
        return file.path("clients");
    }

    /**
     * The folder with tables to be imported, empty if none is named.
     *
     * @throws IOException if it is no folder
     */
    public Optional<ImportFolder> imports() throws IOException {
        if (file.value("imports") == null) {
            return Optional.empty();
        }
        Path folder = file.path("imports");
        if (!Files.isDirectory(folder)) {
            throw file.wrong("the setting \"imports\" is to name a folder that exists");
        }
        return Optional.of(new ImportFolder(folder));
    }

    /**
     * Whether ONNX Runtime computes.
     *
     * @throws IOException if it is none of the three
     */
    public Acceleration acceleration() throws IOException {
        String value = file.value("acceleration");
        for (Acceleration one : Acceleration.values()) {
            if (value == null
                    || one.name().equals(value.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return one; // without a value, the first
            }
        }
        throw file.wrong("the setting \"acceleration\" is none of if-present, required, none");
    }

    /** Who may enrol others, by the names of the server's login; nobody, unless somebody is named. */
    public Set<String> operators() {
        String value = file.value("operators");
        return value == null
                ? Set.of()
                : Arrays.stream(value.split("[,\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * For how long people who enrol themselves are kept.
     *
     * @return {@code null} where they may not
     * @throws IOException if it is no number of days
     */
    public @Nullable Period selfEnrolment() throws IOException {
        String value = file.value("self-enrolment-days");
        if (value == null) {
            return null;
        }
        try {
            int days = Integer.parseInt(value);
            if (days > 0) {
                return Period.ofDays(days);
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw file.wrong("the setting \"self-enrolment-days\" is no number of days, such as 365");
    }

    /** Where people are kept, and what is kept of them. */
    public StoreSettings store() {
        return new StoreSettings(file);
    }

    /** How near is near enough, and by what people are found. */
    public SearchSettings search() {
        return new SearchSettings(file);
    }

    /** What is said of a check of liveness. */
    public LivenessChoice liveness() {
        return new LivenessChoice(file);
    }

    @Override
    public String toString() {
        return "ServiceSettings[" + file + "]";
    }
}
