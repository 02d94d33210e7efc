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

    /** The empty form. It has no token: there is no session yet that another site could abuse. */
    PageAnswer show() {
        return show(200, new Html());
    }

    /**
     * Instead of what a form asked for, which came without a session. Of a form for enrolling, what was typed waits on this page: a
     * login that had it along would have to be answered without another address, and the browser would offer to send the secret again.
     */
    PageAnswer showLate(PageForm form) {
        PageForm typed = texts.of(form);
        String done = "Nothing was done: you are not logged in. A session ends after " + Tokens.LIFETIME.toMinutes()
                + " minutes.";
        if (typed.isEmpty()) {
            return show(403, Portraits.news(false, done));
        }
        Html html = Html.page("Operator")
                .raw(Portraits.news(
                                false,
                                done
                                        + " What you typed is kept on this page: log in, in another tab, and continue here. Portraits have to"
                                        + " be chosen again.")
                        .toString())
                .raw("<p><a href=\"login\" target=\"_blank\" rel=\"noopener\">Log in, in another tab</a></p>")
                .raw("<form method=\"post\" action=\"people\" enctype=\"multipart/form-data\">");
        texts.carry(html, typed);
        return PageAnswer.page(403, html.submit("Continue").end());
    }

    private static PageAnswer show(int status, Html news) {
        // What was typed is not shown again: a secret may have been typed into the wrong field.
        return PageAnswer.page(
                status,
                Html.page("Operator")
                        .raw(news.toString())
                        .raw("<form method=\"post\" action=\"login\">")
                        .field("id", "Client", "text", "A client with the right \"enrol\", from the file \"clients\".")
                        .field("secret", "Its secret", "password", "The service keeps a hash of it only.")
                        .submit("Log in")
                        .end());
    }

    /** Begins a session, or shows the form again. */
    PageAnswer logIn(PageRequest request) throws IOException {
        return arrivals.admit(Sender.STRANGER, () -> begin(request)).orElseGet(PageAnswer::overloaded);
    }

    private PageAnswer begin(PageRequest request) throws IOException {
        Optional<PageForm> form = PageForm.ofTexts(request);
        Optional<Client> client = form.flatMap(sent -> clients.find(sent.text("id"), sent.text("secret")))
                .filter(found -> found.right() == Right.ENROL);
        if (client.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "somebody failed to log in to the operator's pages");
            // One answer for all that may be wrong, so that nobody learns which clients there are.
            return show(403, Portraits.news(false, "Client or secret is wrong, or the client may not enrol."));
        }
        // The id is the operator's own word for a client, and names nobody.
        LOG.log(
                System.Logger.Level.INFO,
                "client {0} logged in to the operator''s pages",
                client.get().id());
        return PageAnswer.seeOther(request.home() + "/people")
                .with("Set-Cookie", OperatorSession.cookie(tokens.issue(client.get()), request));
    }

    /** Ends the session at the service, and not only at the browser. */
    PageAnswer logOut(OperatorSession session, PageRequest request) {
        tokens.revoke(session.token());
        return PageAnswer.seeOther(request.home() + "/login").with("Set-Cookie", OperatorSession.cookie("", request));
    }
}
