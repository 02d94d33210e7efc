package org.facecheck.engine.service.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.Person;
import org.facecheck.engine.gallery.Enrolment;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.service.enrolment.EnrolmentOffice;
import org.facecheck.engine.service.enrolment.EnrolmentOffice.Place;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.store.KeptPortraits;

/**
 * Where an operator enrols and deletes one person, and goes from to all else. It names nobody who is on file: who looks over an operator's
 * shoulder learns how many people there are, and no more. Each thing that is done is a line of the log, by the client, without whom it was
 * done to; the store's audit trail has the pseudonym. Thread-safe.
 */
final class PeoplePage {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Gallery gallery;
    private final EnrolmentOffice office;
    private final KeptPortraits portraits;
    private final TypedText texts;
    private final Clock clock;

    /** The gallery says how many there are and deletes; whoever is enrolled goes through the office, one after the other. */
    PeoplePage(Gallery gallery, EnrolmentOffice office, KeptPortraits portraits, TypedText texts, Clock clock) {
        this.gallery = gallery;
        this.office = office;
        this.portraits = portraits;
        this.texts = texts;
        this.clock = clock;
    }

    /** The page, with nothing to tell. */
    PageAnswer show(OperatorSession session) {
        return PageAnswer.page(200, page(session, new Html(), PageForm.EMPTY));
    }

    /** The page with what was typed into a form of a session that is over. */
    PageAnswer showAgain(OperatorSession session, PageForm typed) {
        Html news = Portraits.news(
                false,
                "Nobody was enrolled: the form was of a session that is over. What you typed is in the form again; choose the"
                        + " portraits, and enrol.");
        return PageAnswer.page(403, page(session, news, typed));
    }

    /**
     * The whole page: one for all that an operator does, so that a phone needs no menu, and what came of a form stands above the form that
     * mends it.
     *
     * @param news what came of the last form
     * @param typed what the fields hold: after a mistake, what somebody typed; browsers keep files to themselves
     */
    private Html page(OperatorSession session, Html news, PageForm typed) {
        // What came of the last form stands first: a browser begins to read aloud there.
        Html html = Html.page("People")
                .raw(news.toString())
                .raw("<p>")
                .text("Enrolled people: " + gallery.people() + ". "
                        + (gallery.isSearchable()
                                ? "The gallery can be searched, with up to "
                                        + gallery.policy().searchCapacity() + " portraits."
                                : "The gallery is too large to be searched: only claimed persons are verified."))
                .raw(" <a href=\"import\">Import a table</a></p>");
        offerDeletionOfPortraits(html, session);
        html.raw("<h2>Enrol</h2>").form("people", "multipart/form-data", session.formToken());
        texts.seal(html);
        EnrolmentForm.fields(html, typed);
        // Said where it is decided what to send, so that the operator can tell the person.
        Portraits.fields(html)
                .raw("<p>")
                .text("Of each portrait, 128 numbers are kept"
                        + (portraits.areKept() ? ", and a small picture of the face." : ", and no picture."))
                .raw("</p>")
                .submit("Enrol")
                .raw("<h2>Look up</h2>")
                .form("person", FORM, session.formToken())
                .required("person", "Key", "text", "What is on file of this person.", "")
                .submit("Show")
                .raw("<h2>Delete</h2>")
                .form("deletion", FORM, session.formToken())
                .required("deleted", "Key", "text", "The person is recognised no more, and can't be restored.", "")
                .submit("Delete");
        // The server's own login has its own way out, if it has one: ours would let the person in again at once.
        if (!session.isServers()) {
            html.form("logout", FORM, session.formToken()).submit("Log out");
        }
        return html.end();
    }

    /** Where the setting was taken back: whoever took it back may believe that the pictures are gone. */
    private void offerDeletionOfPortraits(Html html, OperatorSession session) {
        // Counted anew for each page: another process may have deleted them meanwhile.
        int kept = portraits.areKept() ? 0 : portraits.count();
        if (kept > 0) {
            html.raw("<p class=\"news caution\">")
                    .text("Pictures of faces that are still kept, though the setting \"keep-portraits\" is off: " + kept
                            + ".")
                    .raw("</p>")
                    .form("portraits", FORM, session.formToken())
                    .submit("Delete these pictures");
        }
    }

    /** All pictures, and nobody's enrolment. Where they are asked for, they stay: such a form is of an earlier start. */
    PageAnswer deletePortraits(OperatorSession session) {
        int people = portraits.areKept() ? 0 : portraits.deleteAll();
        LOG.log(
                System.Logger.Level.INFO,
                "client {0} deleted the portraits of {1} people",
                session.client().id(),
                people);
        return PageAnswer.page(
                200,
                page(
                        session,
                        portraits.areKept()
                                ? Portraits.news(false, "No picture was deleted: the setting \"keep-portraits\" is on.")
                                : Portraits.news(true, "The pictures are deleted. All people are still enrolled."),
                        PageForm.EMPTY));
    }

    /** The same page again, with what came of it: a reload would ask before it sends the form a second time. */
    PageAnswer enrol(OperatorSession session, PageForm form) {
        Optional<Place> free = office.tryTake();
        if (free.isEmpty()) {
            // The portraits have to be chosen again: nobody waits for a place with 32 MB in memory.
            return PageAnswer.page(
                            503,
                            page(session, Portraits.news(false, "Somebody else is being enrolled. Try again."), form))
                    .with("Retry-After", "5");
        }
        SeenFaces seen = new SeenFaces();
        // What is wrong with the form is found out in the place, which is free again a moment later.
        try (Place place = free.get()) {
            Person person = EnrolmentForm.person(form);
            EnrolmentReport report = place.enrol(person, seen);
            LOG.log(
                    System.Logger.Level.INFO,
                    report.isEnrolled() ? "client {0} enrolled a person" : "client {0} failed to enrol a person",
                    session.client().id());
            return answer(session, person, report, seen, form);
        } catch (IllegalArgumentException wrong) {
            return PageAnswer.page(
                    422,
                    page(session, Portraits.news(false, "Nobody was enrolled: " + wrong.getMessage() + "."), form));
        }
    }

    /** With the status that the JSON enrolment has for the same outcome. */
    private PageAnswer answer(
            OperatorSession session, Person person, EnrolmentReport report, SeenFaces seen, PageForm form) {
        Html news = Portraits.news(report.isEnrolled(), words(report.outcome()));
        Portraits.problems(news, report);
        if (report.isEnrolled()) {
            RecordGaps.writeTo(news, person.record(), LocalDate.now(clock));
        }
        // Whose face it is already is not said: an operator with a photograph could ask so who somebody is.
        boolean taken = report.outcome() instanceof Enrolment.AlreadyEnrolled;
        return PageAnswer.page(
                report.isEnrolled() ? 200 : taken ? 409 : 422,
                page(session, seen.writeTo(news), report.isEnrolled() ? PageForm.EMPTY : form));
    }

    /**
     * In whole sentences, since they are read aloud, too. That somebody enrolled is said of "the person": the page may be seen by others
     * than the operator.
     */
    private static String words(Enrolment outcome) {
        if (outcome instanceof Enrolment.Enrolled) {
            return "The person is enrolled.";
        }
        if (outcome instanceof Enrolment.AlreadyEnrolled) {
            return "Nobody was enrolled: this face is enrolled under another key.";
        }
        return outcome instanceof Enrolment.DifferentPeople
                ? "Nobody was enrolled: the portraits do not show one person."
                : "Nobody was enrolled: no portrait can be used.";
    }

    /** Deletes at once: memory, row and key. Whether there was such a person is told, since an operator may know. */
    PageAnswer delete(OperatorSession session, PageForm form) {
        String key = form.text("deleted");
        boolean deleted = !key.isEmpty() && gallery.remove(key);
        LOG.log(
                System.Logger.Level.INFO,
                deleted ? "client {0} deleted a person" : "client {0} asked to delete a person who is not on file",
                session.client().id());
        return PageAnswer.page(
                deleted ? 200 : 404,
                page(
                        session,
                        Portraits.news(
                                deleted, deleted ? "The person is deleted." : "Nobody is enrolled under this key."),
                        PageForm.EMPTY));
    }
}
