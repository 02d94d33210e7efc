package org.facecheck.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.facecheck.engine.Acceleration;
import org.facecheck.engine.gallery.FalseAcceptRates;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.index.HnswIndex;
import org.facecheck.engine.index.TemplateIndex;
import org.facecheck.engine.service.enrolment.ImportFolder;
import org.facecheck.engine.store.Databases;
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

    Path weights() throws IOException {
        return file.path("weights");
    }

    Path masterKeys() throws IOException {
        return file.path("master-keys");
    }

    Path clients() throws IOException {
        return file.path("clients");
    }

    DataSource people() throws IOException {
        return database("people");
    }

    DataSource keys() throws IOException {
        return database("keys");
    }

    /** @throws IOException if the folder is none */
    Optional<ImportFolder> imports() throws IOException {
        if (file.value("imports") == null) {
            return Optional.empty();
        }
        Path folder = file.path("imports");
        if (!Files.isDirectory(folder)) {
            throw file.wrong("the setting \"imports\" is to name a folder that exists");
        }
        return Optional.of(new ImportFolder(folder));
    }

    /** @throws IOException if a number is none, or nothing is known of a threshold */
    MatchPolicy policy() throws IOException {
        MatchPolicy standard = MatchPolicy.standard();
        try {
            return new MatchPolicy(
                    file.number("verification-threshold", standard.verification()),
                    file.number("search-threshold", standard.search()),
                    file.number("false-accept", standard.falseAccept()),
                    FalseAcceptRates.published());
        } catch (IllegalArgumentException wrong) {
            throw new IOException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /** @throws IOException if it is none of the three */
    Acceleration acceleration() throws IOException {
        String value = file.value("acceleration");
        for (Acceleration one : Acceleration.values()) {
            if (value == null
                    || one.name().equals(value.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return one; // without a value, the first
            }
        }
        throw file.wrong("the setting \"acceleration\" is none of if-present, required, none");
    }

    /** @throws IOException if it is neither of the two */
    Supplier<TemplateIndex> indexes() throws IOException {
        String value = file.value("search-index");
        return switch (value == null ? "exact" : value) {
            case "exact" -> ExactIndex::new;
            case "hnsw" -> lucene();
            default -> throw file.wrong("the setting \"search-index\" is neither exact nor hnsw");
        };
    }

    /** What is missing is better said at the start than by the first search. */
    private Supplier<TemplateIndex> lucene() throws IOException {
        try {
            Class.forName("org.apache.lucene.index.IndexWriter", false, HnswIndex.class.getClassLoader());
            return HnswIndex::new;
        } catch (ClassNotFoundException absent) {
            throw new IOException(
                    file + ": search-index = hnsw needs org.apache.lucene:lucene-core 9.12.3 on the class path",
                    absent);
        }
    }

    /** Who may enrol others, by the names of the server's login; nobody, unless somebody is named. */
    Set<String> operators() {
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
    @Nullable
    Period selfEnrolment() throws IOException {
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

    /**
     * Whether a picture of each face is kept beside its person, encrypted as the rest is; not, unless it is said.
     *
     * @throws IOException if it is neither true nor false: a slip must not keep pictures that nobody wants
     */
    boolean keepsPortraits() throws IOException {
        String value = file.value("keep-portraits");
        return switch (value == null ? "false" : value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw file.wrong("the setting \"keep-portraits\" is neither true nor false");
        };
    }

    /** What is said of a check of liveness. */
    LivenessChoice liveness() {
        return new LivenessChoice(file);
    }

    /** The password has a file of its own, so that this one may be read by whoever looks after the server. */
    private DataSource database(String key) throws IOException {
        String place = file.required(key);
        if (!place.startsWith("jdbc:")) {
            return Databases.embedded(file.path(key));
        }
        String passwordFile = file.value("database-password-file");
        String password = passwordFile == null
                ? ""
                : Files.readString(file.sibling(passwordFile)).strip();
        String user = file.value("database-user");
        return Databases.at(place, user == null ? "" : user, password);
    }

    @Override
    public String toString() {
        return "ServiceSettings[" + file + "]";
    }
}
