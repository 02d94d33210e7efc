package org.facecheck.internal.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facecheck.AcceptancePolicy;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.session.Pass;
import org.jspecify.annotations.Nullable;

/**
 * Turns a match into a verdict, step by step; the first step that fails decides.
 *
 * <ol>
 *   <li>Is it a match at all?
 *   <li>Which of its records does the acceptance policy accept?
 *   <li>Do they name one person?
 *   <li>Is it the person who should be here?
 *   <li>Where the face is the login: who is that to the application?
 * </ol>
 *
 * Immutable and thread-safe, as far as policy, binding and login are.
 */
public final class Judge {
    private final AcceptancePolicy policy;
    private final IdentityBinding binding;
    private final Set<String> identityFields;
    private final @Nullable CallerSource callers;

    /**
     * Creates a judge.
     *
     * @param policy whether one record is good enough
     * @param binding whether the person is the right one
     * @param identityFields which fields of a record the identity may keep
     */
    public Judge(AcceptancePolicy policy, IdentityBinding binding, Set<String> identityFields) {
        this(policy, binding, identityFields, null);
    }

    /**
     * Creates a judge.
     *
     * @param callers who is logged in by a check, {@code null} where nobody is
     */
    public Judge(
            AcceptancePolicy policy,
            IdentityBinding binding,
            Set<String> identityFields,
            @Nullable CallerSource callers) {
        this.policy = policy;
        this.binding = binding;
        this.identityFields = Set.copyOf(identityFields);
        this.callers = callers;
    }

    /**
     * The verdict on a match.
     *
     * @param match {@code null} is what a broken matcher gives
     * @param request the one that brought the selfie
     */
    public Verdict judge(@Nullable FaceMatch match, HttpServletRequest request) {
        return judge(match, null, request);
    }

    /**
     * The verdict on a match.
     *
     * @param claimed who the person said that they are when the check was admitted, {@code null} where nobody was asked
     */
    public Verdict judge(@Nullable FaceMatch match, @Nullable PrincipalName claimed, HttpServletRequest request) {
        try {
            if (match instanceof FaceMatch.Matched matched) {
                return accept(matched.records(), claimed, request);
            } else if (match instanceof FaceMatch.Retake retake) {
                return new Verdict.Retake(retake.hint());
            } else if (match instanceof FaceMatch.NotMatched) {
                return new Verdict.Refused(Outcome.NOT_MATCHED);
            } else if (match instanceof FaceMatch.NotAccepted) {
                return new Verdict.Refused(Outcome.NOT_ACCEPTED, "documents on file");
            } else if (match instanceof FaceMatch.Trouble trouble) {
                return new Verdict.Trouble(trouble.cause() + ": " + trouble.detail(), trouble.retryAfter());
            }
            return new Verdict.Trouble("the matcher gave no answer");
        } catch (RuntimeException broken) {
            // The class only: the message is the application's, and may name the person.
            return new Verdict.Trouble(
                    "policy, binding or login threw " + broken.getClass().getName());
        }
    }

    /** Asks of each record, also after the first good one: whether the good ones name one person is asked of all of them. */
    private Verdict accept(List<KycRecord> records, @Nullable PrincipalName claimed, HttpServletRequest request) {
        Set<String> objections = new TreeSet<>();
        List<KycRecord> accepted = records.stream()
                .filter(record -> {
                    Optional<String> objection = policy.objection(record);
                    objection.ifPresent(objections::add);
                    return objection.isEmpty();
                })
                .toList();
        if (accepted.isEmpty()) {
            return new Verdict.Refused(Outcome.NOT_ACCEPTED, String.join(", ", objections));
        }
        if (accepted.stream().map(PersonKey::of).distinct().count() > 1) {
            return new Verdict.Refused(Outcome.AMBIGUOUS, accepted.size() + " records");
        }
        return bind(accepted, claimed, request);
    }

    /** The earlier identity counts however long ago it was verified: a pass that is no longer fresh still says who it was. */
    private Verdict bind(List<KycRecord> accepted, @Nullable PrincipalName claimed, HttpServletRequest request) {
        Pass earlier = Pass.in(request);
        KycIdentity identity = identity(accepted);
        if (!binding.binds(accepted, earlier == null ? null : earlier.identity(), request)) {
            return new Verdict.Refused(
                    Outcome.OTHER_PERSON, null, identity.recordId().orElse(null));
        }
        // A principal of the container's stays who is logged in.
        return callers == null || PrincipalName.of(request).isPresent()
                ? new Verdict.Verified(identity)
                : callers.verify(accepted, identity, claimed);
    }

    /** Of one person's records, the document that is valid longest says who it is. */
    private KycIdentity identity(List<KycRecord> accepted) {
        KycRecord chosen = accepted.stream()
                .max((a, b) -> lastDay(a).compareTo(lastDay(b)))
                .orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        identityFields.forEach(name -> chosen.field(name).ifPresent(value -> fields.put(name, value)));
        return new KycIdentity(chosen.recordId(), fields);
    }

    private static LocalDate lastDay(KycRecord record) {
        LocalDate expiry = record.expiry();
        return expiry == null ? LocalDate.MIN : expiry;
    }
}
