package org.facecheck.engine.service.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.facecheck.engine.gallery.Consent;
import org.facecheck.engine.gallery.EnrolledPerson;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.store.KeptPortraits;

/**
 * What is on file of one person, whose key the operator knows: there is no list, and the key comes in a form, so that no address that
 * a proxy logs names anybody. The portraits that are kept are shown here and nowhere else. Thread-safe.
 */
final class PersonPage {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private final Gallery gallery;
    private final KeptPortraits portraits;
    private final Clock clock;

    /** The gallery knows the person, and the store the portraits, which are in no memory until they are asked for. */
    PersonPage(Gallery gallery, KeptPortraits portraits, Clock clock) {
        this.gallery = gallery;
        this.portraits = portraits;
        this.clock = clock;
    }

    /** Each look is a line of the log, by the client that looked. */
    PageAnswer show(OperatorSession session, PageForm form) {
        Optional<EnrolledPerson> person =
                Optional.of(form.text("person")).filter(key -> !key.isEmpty()).flatMap(gallery::person);
        LOG.log(
                System.Logger.Level.INFO,
                person.isPresent()
                        ? "client {0} looked at a person"
                        : "client {0} asked for a person who is not on file",
                session.client().id());
        // Who is on file and can't be compared, as after another model, has no page; to delete them works all the same.
        return person.map(found -> PageAnswer.still(200, page(session, found)))
                .orElseGet(() -> PageAnswer.still(
                        404,
                        back(Html.still("Person")
                                .raw(Portraits.news(false, "Nobody who can be recognised is enrolled under this key.")
                                        .toString()))));
    }

    private Html page(OperatorSession session, EnrolledPerson person) {
        Html html = RecordGaps.writeTo(Html.still("Person"), person.record(), LocalDate.now(clock))
                .raw("<dl>")
                .pair("Key", person.key())
                .pair("Portraits that are compared", person.templates().size() + ", as 128 numbers each")
                .pair("Document", document(person))
                .pair("Consent", consent(person.consent()))
                .pair("Kept until", keptUntil(person.consent()))
                .raw("</dl><h2>Kept pictures</h2>");
        // Read from the database for this page only: no picture is in memory at any other time.
        write(html, portraits.of(person.key()));
        html.raw("<h2>Delete</h2>")
                .form("deletion", "application/x-www-form-urlencoded", session.formToken())
                .hidden("deleted", person.key())
                .element("p", "The person is recognised no more, and can't be restored.")
                .submit("Delete this person");
        return back(html);
    }

    /** Each in the page itself, so that it has no address that could be opened later; or why there is none. */
    private void write(Html html, List<FacePicture> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            html.figure(pictures.get(i), "Portrait " + (i + 1));
        }
        if (pictures.isEmpty()) {
            html.element(
                    "p",
                    portraits.areKept()
                            ? "None: this person was enrolled when no pictures were kept, or they can't be read, which the log says."
                            : "None: the setting \"keep-portraits\" is off.");
        }
    }

    /**
     * Whether it was compared, by what is on record, and its last day. Name and number are not shown: who is looked up is known to the
     * operator already.
     */
    private static String document(EnrolledPerson person) {
        LocalDate expiry = person.record().expiry();
        return (Boolean.TRUE.equals(person.record().verificationPassed()) ? "compared" : "not compared")
                + (expiry == null ? "" : ", valid until " + expiry);
    }

    /** The form for enrolling leaves it open, and so may an import: whoever looks should see that. */
    private static String consent(Consent consent) {
        String reference = consent.reference();
        return reference == null ? "not said where it is filed" : reference;
    }

    /** Without a last day, nothing deletes this person by itself. */
    private static String keptUntil(Consent consent) {
        LocalDate last = consent.keepUntil();
        return last == null ? "no last day was said" : last.toString();
    }

    /** To the page that all forms are on. */
    private static Html back(Html html) {
        return html.raw("<p><a href=\"people\">People</a></p>").end();
    }
}
