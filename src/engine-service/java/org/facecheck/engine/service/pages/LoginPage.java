package org.facecheck.engine.service.pages;

import java.io.IOException;
import java.util.Optional;
import org.facecheck.engine.service.client.ArrivalLimits;
import org.facecheck.engine.service.client.ArrivalLimits.Sender;
import org.facecheck.engine.service.client.Client;
import org.facecheck.engine.service.client.Client.Right;
import org.facecheck.engine.service.client.Clients;
import org.facecheck.engine.service.client.Tokens;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageAnswer;
import org.facecheck.engine.service.html.PageForm;
import org.facecheck.engine.service.html.PageRequest;

/**
 * Lets an operator in: somebody who knows the secret of a client that may enrol. Nobody is kept from trying, since a secret of 256
 * random bits can't be found by asking. Thread-safe.
 */
final class LoginPage {
    private static final System.Logger LOG = System.getLogger("org.facecheck.engine");

    private final Clients clients;
    private final Tokens tokens;
    private final ArrivalLimits arrivals;
    private final TypedText texts;

    /** The same clients and tokens as the API's: who may enrol there may enrol here, and for as long. */
    LoginPage(Clients clients, Tokens tokens, ArrivalLimits arrivals, TypedText texts) {
        this.clients = clients;
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.texts = texts;
    }

    /** What follows a login. */
    interface Next {
        /**
         * The answer to it, without the session's cookie.
         *
         * @param typed into a form for enrolling that came too late; empty if there was none
         */
        PageAnswer answer(OperatorSession session, PageForm typed);
    }

    /** The empty form. It has no token: there is no session yet that another site could abuse. */
    PageAnswer show() {
        return show(200, new Html(), PageForm.EMPTY);
    }

    /** Instead of what a form asked for, which came without a session; of a form for enrolling, what was typed is carried along. */
    PageAnswer showLate(PageForm form) {
        PageForm typed = texts.of(form);
        return show(
                403,
                Portraits.news(
                        false,
                        "Nothing was done: you are not logged in. A session ends after "
                                + Tokens.LIFETIME.toMinutes() + " minutes."
                                + (typed.isEmpty()
                                        ? ""
                                        : " Log in, and what you typed is in the form again. Portraits have to be chosen again.")),
                typed);
    }

    /** @param typed stays with the form until somebody is logged in */
    private PageAnswer show(int status, Html news, PageForm typed) {
        // What was typed here is not shown again: a secret may have been typed into the wrong field.
        Html html = Html.page("Operator")
                .raw(news.toString())
                .raw("<form method=\"post\" action=\"login\">")
                .field("id", "Client", "text", "A client with the right \"enrol\", from the file \"clients\".")
                .field("secret", "Its secret", "password", "The service keeps a hash of it only.");
        texts.carry(html, typed);
        return PageAnswer.page(status, html.submit("Log in").end());
    }

    /** Begins a session, or shows the form again. */
    PageAnswer logIn(PageRequest request, Next next) throws IOException {
        return arrivals.admit(Sender.STRANGER, () -> begin(request, next)).orElseGet(PageAnswer::overloaded);
    }

    private PageAnswer begin(PageRequest request, Next next) throws IOException {
        Optional<PageForm> form = PageForm.ofTexts(request);
        PageForm typed = form.map(texts::of).orElse(PageForm.EMPTY);
        Optional<Client> client = form.flatMap(sent -> clients.find(sent.text("id"), sent.text("secret")))
                .filter(found -> found.right() == Right.ENROL);
        if (client.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "somebody failed to log in to the operator's pages");
            // One answer for all that may be wrong, so that nobody learns which clients there are.
            return show(403, Portraits.news(false, "Client or secret is wrong, or the client may not enrol."), typed);
        }
        // The id is the operator's own word for a client, and names nobody.
        LOG.log(
                System.Logger.Level.INFO,
                "client {0} logged in to the operator''s pages",
                client.get().id());
        String token = tokens.issue(client.get());
        return next.answer(new OperatorSession(token, client.get(), false), typed)
                .with("Set-Cookie", OperatorSession.cookie(token, request));
    }

    /** Ends the session at the service, and not only at the browser. */
    PageAnswer logOut(OperatorSession session, PageRequest request) {
        tokens.revoke(session.token());
        return PageAnswer.seeOther(request.home() + "/login").with("Set-Cookie", OperatorSession.cookie("", request));
    }
}
