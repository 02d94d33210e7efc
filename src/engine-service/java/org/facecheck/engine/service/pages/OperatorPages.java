package org.facecheck.engine.service.pages;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.facecheck.engine.gallery.Gallery;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.facecheck.engine.service.client.Clients;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.enrolment.EnrolmentOffice;
import org.facecheck.engine.service.enrolment.Imports;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.service.html.PageRequest;
import org.facecheck.engine.store.KeptPortraits;
import org.jspecify.annotations.Nullable;

/**
 * Which page answers. Who has no session sees the login, whatever is asked for, and nothing of a form is read but what is to be there
 * again after it.
 * Thread-safe.
 *
 * <ol>
 *   <li>Style and script are given to everybody.
 *   <li>A form that a browser says is another site's is refused.
 *   <li>The session is asked for: the server's own login, or else our cookie.
 *   <li>A form is read, and nothing is done for it without the session's token.
 * </ol>
 */
public final class OperatorPages {
    private static final String PEOPLE = "/people";

    private final Tokens tokens;
    private final ArrivalLimits arrivals;
    private final TypedText texts = new TypedText();
    private final ServerLogin server;
    private final LoginPage login;
    private final PeoplePage people;
    private final PersonPage person;
    private final ImportPage imports;

    /**
     * The pages.
     *
     * @param imports {@code null} where the operator has named no folder for them
     * @param portraits those that are kept, or were
     * @param arrivals how many forms may be on their way
     * @param server knows operators whom the server has logged in; they need no secret
     * @param clock says which day it is, where the server stands
     */
    public OperatorPages(
            Clients clients,
            Tokens tokens,
            ArrivalLimits arrivals,
            Gallery gallery,
            EnrolmentOffice office,
            KeptPortraits portraits,
            @Nullable Imports imports,
            ServerLogin server,
            Clock clock) {
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.server = server;
        this.login = new LoginPage(clients, tokens, arrivals, texts);
        this.people = new PeoplePage(gallery, office, portraits, texts, clock);
        this.person = new PersonPage(gallery, portraits, clock);
        this.imports = new ImportPage(imports);
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
        if (request.method().equals("POST") && request.isOfAnotherSite()) {
            return notOfThisPage();
        }
        if (request.method().equals("POST") && request.path().equals("/login")) {
            return login.logIn(request);
        }
        Optional<OperatorSession> session = server.operator(request).or(() -> OperatorSession.of(request, tokens));
        if (session.isPresent()) {
            return request.method().equals("POST") ? act(session.get(), request) : show(session.get(), request);
        }
        if (request.method().equals("POST")) {
            return late(request);
        }
        return request.path().equals("/login") ? login.show() : PageAnswer.seeOther(request.home() + "/login");
    }

    /** Of a form that comes after the session's end, the texts of one that enrols are read, and of all others nothing. */
    private PageAnswer late(PageRequest request) throws IOException {
        return request.path().equals(PEOPLE)
                ? arrivals.admit(
                                Sender.STRANGER,
                                () -> login.showLate(
                                        PageForm.beginningOf(request).orElse(PageForm.EMPTY)))
                        .orElseGet(PageAnswer::overloaded)
                : login.showLate(PageForm.EMPTY);
    }

    /** An address that is nothing leads to the first page. */
    private PageAnswer show(OperatorSession session, PageRequest request) throws IOException {
        return switch (request.path()) {
            case PEOPLE -> people.show(session);
            case "/import" -> imports.show(session);
            default -> PageAnswer.seeOther(request.home() + "/people");
        };
    }

    /** One form has portraits; all others are a few words, and no more is read of them. */
    private PageAnswer act(OperatorSession session, PageRequest request) throws IOException {
        boolean enrols = request.path().equals(PEOPLE);
        return arrivals.admit(enrols ? Sender.ENROLLER : Sender.OPERATOR, () -> act(session, request, enrols))
                .orElseGet(PageAnswer::overloaded);
    }

    /** Nothing is done for a form that has not the session's token, whatever cookie came with it. */
    private PageAnswer act(OperatorSession session, PageRequest request, boolean enrols) throws IOException {
        Optional<PageForm> form = enrols ? PageForm.of(request) : PageForm.ofTexts(request);
        if (form.isEmpty()) {
            return PageAnswer.page(
                    413,
                    Html.page("Too much")
                            .element("p", "The form is broken, or too long. Portraits may have 32 MiB together.")
                            .end());
        }
        if (!session.hasSent(form.get())) {
            PageForm typed = texts.of(form.get());
            return enrols && !typed.isEmpty() ? people.showAgain(session, typed) : notOfThisPage();
        }
        // By POST, whatever names somebody: no key stands in an address, which browsers and proxies keep.
        return switch (request.path()) {
            case PEOPLE -> people.enrol(session, form.get());
            case "/person" -> person.show(session, form.get());
            case "/portraits" -> people.deletePortraits(session);
            case "/deletion" -> people.delete(session, form.get());
            case "/import" -> imports.start(form.get(), request);
            case "/logout" -> login.logOut(session, request);
            default -> PageAnswer.seeOther(request.home() + "/people");
        };
    }

    /** Another site's page, or one of an earlier session. */
    private static PageAnswer notOfThisPage() {
        return PageAnswer.page(
                403,
                Html.page("Not of this page")
                        .element("p", "The form was not one of this session's. Open the page again.")
                        .raw("<p><a href=\"people\">People</a></p>")
                        .end());
    }
}
