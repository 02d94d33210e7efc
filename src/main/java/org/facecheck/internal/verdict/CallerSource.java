package org.facecheck.internal.verdict;

import java.util.ArrayList;
import java.util.List;
import org.facecheck.FaceCaller;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceLogin;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.internal.caller.ComparableText;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.CaptureConfig.Login;
import org.facecheck.internal.verdict.Verdict.Refused;
import org.facecheck.internal.verdict.Verdict.Verified;
import org.jspecify.annotations.Nullable;

/**
 * Says who a verified person is to the application, where the face is the login. A name is compared with what the person has
 * typed after the service has answered, and with nothing else: that nobody has it, and that somebody else has it, are one
 * answer and take one way. Immutable and thread-safe, as far as the application's {@link FaceLogin} is.
 */
public final class CallerSource {
    private final Login login;
    private final @Nullable FaceLogin own;

    /**
     * Creates a source.
     *
     * @param login what the deployer says
     * @param own the application's own answer; {@code null} for the one of the configuration
     */
    public CallerSource(Login login, @Nullable FaceLogin own) {
        this.login = login;
        this.own = own;
    }

    /**
     * The verdict on who is to be logged in.
     *
     * @param accepted the good records, of one person
     * @param identity of that person
     * @param claimed who the person says that they are, {@code null} where nobody has said so
     */
    Verdict verify(List<KycRecord> accepted, KycIdentity identity, @Nullable PrincipalName claimed) {
        List<FaceCaller> callers = callers(accepted, identity);
        String recordId = identity.recordId().orElse(null);
        if (callers.isEmpty()) {
            return new Refused(Outcome.NOT_ACCEPTED, "no name to log in with", recordId);
        }
        if (claimed == null && login.asksUsername()) {
            return new Refused(Outcome.OTHER_PERSON, "no user name was given", recordId);
        }
        FaceCaller meant = named(claimed == null ? callers.get(0).getName() : claimed.text(), callers);
        if (meant == null) {
            return new Refused(Outcome.OTHER_PERSON, "the user name is not this person's", recordId);
        }
        // Without a name, the face alone may not choose between two.
        return claimed == null && callers.size() > 1
                ? new Refused(Outcome.AMBIGUOUS, "several names to log in with", recordId)
                : new Verified(identity, meant);
    }

    private static @Nullable FaceCaller named(String name, List<FaceCaller> callers) {
        ComparableText sought = ComparableText.of(name);
        for (FaceCaller caller : callers) {
            if (ComparableText.of(caller.getName()).equals(sought)) {
                return caller;
            }
        }
        return null;
    }

    /** One person's documents may bear several numbers; each name is there once, and what can't be a name is left out. */
    private List<FaceCaller> callers(List<KycRecord> accepted, KycIdentity identity) {
        if (own != null) {
            return own.caller(identity).map(List::of).orElse(List.of());
        }
        List<FaceCaller> callers = new ArrayList<>();
        String field = login.nameField();
        for (KycRecord record : accepted) {
            String name = field == null ? "" : record.field(field).orElse("").strip();
            if (FaceCaller.isName(name) && named(name, callers) == null) {
                callers.add(new FaceCaller(name, login.roles()));
            }
        }
        return callers;
    }
}
