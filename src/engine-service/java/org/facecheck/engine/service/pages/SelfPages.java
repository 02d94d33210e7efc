package org.facecheck.engine.service.pages;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.facecheck.engine.service.enrolment.EnrolmentOffice;
import org.facecheck.engine.service.enrolment.EnrolmentOffice.Place;
import org.facecheck.engine.service.enrolment.PersonJson;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.service.html.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where people enrol themselves, under the name by which the server has logged them in. Off, unless the operator allows it. Nobody has compared
 * the person with a document, and the record says so by saying nothing of it. Thread-safe.
 */
public final class SelfPages {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private final EnrolmentOffice office;
    private final ArrivalLimits arrivals;
    private final ServerLogin login;
    private final @Nullable Period kept;
    private final boolean arePortraitsKept;
    private final Clock clock;

    /**
     * The page.
     *
     * @param arrivals how many forms may be on their way
     * @param kept for how long after the consent, {@code null} where people may not enrol themselves
     * @param arePortraitsKept whether a picture of each face is kept, too: it is said to the person before they agree
     * @param clock says which day it is, where the server stands
     */
    public SelfPages(
            EnrolmentOffice office,
            ArrivalLimits arrivals,
            ServerLogin login,
            @Nullable Period kept,
            boolean arePortraitsKept,
            Clock clock) {
        this.office = office;
        this.arrivals = arrivals;
        this.login = login;
        this.kept = kept;
        this.arePortraitsKept = arePortraitsKept;
        this.clock = clock;
    }

    /**
     * Answers, in the calling thread, which may compute an enrolment.
     *
     * @throws IOException if the body can't be read, since the client has gone
     */
    public PageAnswer answer(PageRequest request) throws IOException {
        Optional<PageAnswer> asset = Asset.answer(request);
        if (asset.isPresent()) {
            return asset.get();
        }
        Period time = kept;
        if (time == null) {
            return notice(404, "Nobody can enrol themselves here. Ask those who run this service.");
        }
        // Of the server's own login, and of nothing that a browser could send instead.
        String name = request.caller();
        if (name == null) {
            return notice(403, "You are not logged in: the server has to ask for that before it opens this page.");
        }
        // The day stands in the text that the person agrees to.
        LocalDate until = LocalDate.now(clock).plus(time);
        if (!request.method().equals("POST")) {
            return PageAnswer.page(200, page(name, until, new Html()));
        }
        return request.isOfAnotherSite()
                ? notice(403, "The form was not one of this page's. Open the page again.")
                : arrivals.admit(Sender.ENROLLED, () -> enrol(name, until, request))
                        .orElseGet(PageAnswer::overloaded);
    }

    /**
     * Without a form: there is nothing that the person could do here.
     *
     * @param status of HTTP, by which a proxy's log tells these apart
     */
    private static PageAnswer notice(int status, String text) {
        return PageAnswer.page(
                status, Html.page("Enrol yourself").element("p", text).end());
    }

    /**
     * Who the person is, is said by the server, and by no field of the form.
     *
     * @param name of the login
     * @param until the last day, if the person agrees now
     * @param news what came of the last form
     */
    private Html page(String name, LocalDate until, Html news) {
        Html html = Html.page("Enrol yourself")
                .raw(news.toString())
                .raw("<p>You are logged in as <strong>")
                .text(name)
                .raw("</strong>. Your face will be enrolled under this name.</p>")
                .form("enrol", "multipart/form-data", login.formToken(name));
        return Portraits.fields(html)
                .raw(
                        "<p class=\"field check\"><input id=\"consent\" name=\"consent\" type=\"checkbox\" value=\"yes\" required>"
                                + "<label for=\"consent\">")
                .text("I agree that 128 numbers are computed of each portrait, and are kept until " + until
                        + " to recognise me. "
                        + (arePortraitsKept
                                ? "A small picture of my face is kept with them, for the operators of this service to look at."
                                : "The portraits are not kept.")
                        + " I can withdraw at any time: the operator then deletes "
                        + (arePortraitsKept ? "both." : "them."))
                .raw("</label></p>")
                .submit("Enrol me")
                .end();
    }

    /**
     * Nothing of the body is believed but the portraits and the tick; the log has no name, and the store's audit trail has the pseudonym, as
     * for everybody.
     */
    private PageAnswer enrol(String name, LocalDate until, PageRequest request) throws IOException {
        Optional<PageForm> form = PageForm.of(request);
        if (form.isEmpty()) {
            return answer(413, name, until, "The form is broken, or has more than 32 MiB. Choose smaller portraits.");
        }
        if (!login.hasSent(name, form.get())) {
            return notice(403, "The form was not one of this page's. Open the page again.");
        }
        List<byte[]> portraits = Portraits.of(form.get());
        // The browser asks for the tick, too; a request that was made by hand does not.
        if (!form.get().text("consent").equals("yes") || portraits.isEmpty()) {
            return answer(422, name, until, "You are not enrolled: a portrait and your consent are needed.");
        }
        Optional<Place> free = office.tryTake();
        if (free.isEmpty()) {
            return answer(503, name, until, "Somebody else is being enrolled. Try again.")
                    .with("Retry-After", "5");
        }
        SeenFaces seen = new SeenFaces();
        try (Place place = free.get()) {
            JsonObject person = Json.createObjectBuilder()
                    .add("key", name)
                    .add(
                            "record",
                            Json.createObjectBuilder()
                                    .add("id", name)
                                    .add("fields", Json.createObjectBuilder().add("login", name)))
                    .add(
                            "consent",
                            Json.createObjectBuilder()
                                    .add("reference", "given by the person, " + LocalDate.now(clock))
                                    .add("keepUntil", until.toString()))
                    .build();
            // The record has the login name alone: applications that ask for more refuse this person, unless told
            // otherwise.
            EnrolmentReport report = place.enrolOrRenew(PersonJson.read(person, portraits), seen);
            LOG.log(
                    System.Logger.Level.INFO,
                    report.isEnrolled() ? "somebody enrolled themselves" : "somebody failed to enrol themselves");
            Html news = Portraits.news(report.isEnrolled(), words(report.outcome()));
            Portraits.problems(news, report);
            return PageAnswer.page(report.isEnrolled() ? 200 : 422, page(name, until, seen.writeTo(news)));
        }
    }

    /** With the form again: what was wrong can be put right. */
    private PageAnswer answer(int status, String name, LocalDate until, String problem) {
        return PageAnswer.page(status, page(name, until, Portraits.news(false, problem)));
    }

    /** That somebody else has this face, or this name another one, is for the operator to find out: here, it would help who tries. */
    private static String words(Enrolment outcome) {
        if (outcome instanceof Enrolment.Enrolled) {
            return "You are enrolled.";
        }
        return outcome instanceof Enrolment.NoUsablePortrait
                ? "You are not enrolled: no portrait can be used."
                : "You are not enrolled. Ask those who run this service.";
    }
}
