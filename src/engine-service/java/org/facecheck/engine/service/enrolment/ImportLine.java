package org.facecheck.engine.service.enrolment;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.EnrolmentReport.PortraitProblem;
import org.facecheck.engine.Person;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.service.enrolment.ImportProgress.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: {@code key} and {@code portraits} (names of files, with {@code |} between them), which must be there; {@code
 * id}, {@code status}, {@code verificationPassed}, {@code livenessDecision}, {@code expiry} of the record; {@code consent} and {@code
 * keepUntil}. Each other column is a field of the record, such as {@code fullName}.
 */
record ImportLine(CsvTable.Line line, ImportFolder folder) {
    private static final Set<String> OF_THE_RECORD = Set.of("id", "status", "livenessDecision", "expiry");
    private static final String PASSED = "verificationPassed";
    private static final Set<String> OTHERS = Set.of("key", "portraits", PASSED, "consent", "keepUntil");

    /** @throws IOException if a value is wrong, or a portrait is missing */
    Person person() throws IOException {
        Map<String, String> values = line.values();
        List<byte[]> portraits = new ArrayList<>();
        for (String name : files()) {
            try {
                portraits.add(folder.portrait(name));
            } catch (IOException missing) {
                throw new IOException("portrait " + name + ": " + missing.getMessage(), missing);
            }
        }
        if (portraits.isEmpty()) {
            throw new IOException("portraits is missing");
        }
        JsonObjectBuilder record = Json.createObjectBuilder();
        JsonObjectBuilder fields = Json.createObjectBuilder();
        values.forEach((name, value) -> {
            if (OF_THE_RECORD.contains(name)) {
                record.add(name, value);
            } else if (!OTHERS.contains(name)) {
                fields.add(name, value);
            }
        });
        String passed = values.get(PASSED);
        if (passed != null) {
            record.add(PASSED, flag(passed));
        }
        JsonObjectBuilder person = Json.createObjectBuilder()
                .add("key", values.getOrDefault("key", ""))
                .add("record", record.add("fields", fields));
        JsonObjectBuilder consent = Json.createObjectBuilder();
        addIfSaid(consent, "reference", values.get("consent"));
        addIfSaid(consent, "keepUntil", values.get("keepUntil"));
        try {
            return PersonJson.read(person.add("consent", consent).build(), portraits);
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private List<String> files() {
        return List.of(line.values().getOrDefault("portraits", "").split("\\|", -1)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void addIfSaid(JsonObjectBuilder object, String name, @Nullable String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static boolean flag(String text) throws IOException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false; // and no other word: what is mistyped must not vouch for anybody
            default -> throw new IOException(PASSED + " is neither true nor false");
        };
    }

    /** What an operator should hear of it: nothing, if all portraits were of use. */
    List<Problem> problems(EnrolmentReport report) {
        List<Problem> problems = new ArrayList<>();
        List<String> files = files();
        for (PortraitProblem problem : report.problems()) {
            problems.add(new Problem(
                    line.number(),
                    "portrait " + files.get(problem.portrait()) + " was not used: " + PortraitWords.of(problem)));
        }
        if (!report.isEnrolled()) {
            problems.add(new Problem(line.number(), words(report.outcome())));
        }
        return problems;
    }

    /** Under which key a face is on file is not said here either. */
    private static String words(Enrolment outcome) {
        if (outcome instanceof Enrolment.AlreadyEnrolled) {
            return "not enrolled: the face is enrolled under another key";
        }
        return outcome instanceof Enrolment.DifferentPeople
                ? "not enrolled: the portraits do not show one person"
                : "not enrolled: no portrait can be used";
    }
}
