package org.facecheck.internal.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.facecheck.FaceCaller;
import org.facecheck.FaceCheckEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as one line of {@code key=value} pairs. Operators' filters rely on it: pairs may be added, and none is renamed. A
 * pair whose value is not known is left out.
 *
 * @param fields the personal ones among the pairs that the deployer wants in the log, by key
 */
record AuditLine(Set<String> fields) {
    /** What needs no quotation marks; a path may have anything else. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:*+@-]+");

    AuditLine {
        fields = Set.copyOf(fields);
    }

    String of(FaceCheckEvent event) {
        StringBuilder line = new StringBuilder("face check");
        append("reference", event.reference(), line);
        append("outcome", event.outcome().name(), line);
        append("application", event.application(), line);
        append("rule", event.rule(), line);
        append("detail", event.detail(), line);
        append("one-time", event.oneTime() ? "true" : null, line);
        append("picture-bytes", text(event.pictureBytes()), line);
        append(
                "service-ms",
                text(Optional.ofNullable(event.serviceTime())
                        .map(Duration::toMillis)
                        .orElse(null)),
                line);
        append("consent", event.consentVersion(), line);
        appendIfWanted("path", event.requestedPath(), line);
        appendIfWanted("principal", event.principal(), line);
        appendIfWanted("client", event.clientAddress(), line);
        appendIfWanted("record", event.recordId(), line);
        FaceCaller caller = event.caller();
        if (caller != null) {
            appendIfWanted("caller", caller.getName(), line);
            appendIfWanted("roles", String.join(",", caller.roles()), line);
        }
        return line.toString();
    }

    private static @Nullable String text(@Nullable Number number) {
        return number == null ? null : number.toString();
    }

    private void appendIfWanted(String key, @Nullable String value, StringBuilder line) {
        if (fields.contains(key)) {
            append(key, value, line);
        }
    }

    /** In quotation marks where a blank in it could begin another pair; the event's texts have no line breaks. */
    private static void append(String key, @Nullable String value, StringBuilder line) {
        if (value == null) {
            return;
        }
        line.append(' ').append(key).append('=');
        if (PLAIN.matcher(value).matches()) {
            line.append(value);
        } else {
            line.append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
    }
}
