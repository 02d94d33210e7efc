package org.facecheck.engine.service.html;

import java.util.Base64;
import org.facecheck.engine.picture.FacePicture;

/**
 * Writes a page. What stands between tags and in attributes is escaped here, and nowhere else; {@code raw} is for markup that stands
 * in the source code. Not thread-safe.
 *
 * <pre>{@code
 * Html html = Html.page("People").element("p", "Enrolled people: " + count).end();
 * }</pre>
 */
public final class Html {
    /** What has been written so far. */
    private final StringBuilder page = new StringBuilder();

    /** The beginning of a page, with the script that gives a camera to its form. */
    public static Html page(String title) {
        return head(title, "<script type=\"module\" src=\"operator.js\"></script>");
    }

    /** The beginning of a page without any script, for an answer that {@linkplain PageAnswer#still allows none}. */
    public static Html still(String title) {
        return head(title, "");
    }

    private static Html head(String title, String script) {
        return new Html()
                .raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<link rel=\"stylesheet\" href=\"operator.css\">" + script)
                .element("title", title + " · Facecheck engine")
                .raw("</head><body><main>")
                .element("h1", title);
    }

    /** Markup, as it is. */
    public Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Text, which is no markup whatever it holds. */
    public Html text(Object text) {
        String all = text.toString();
        for (int i = 0; i < all.length(); i++) {
            char letter = all.charAt(i);
            switch (letter) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(letter);
            }
        }
        return this;
    }

    /** An element that holds a text, and nothing else: what is more than that is written by {@code raw} and {@code text}. */
    public Html element(String name, Object text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /** A labelled field, empty. */
    public Html field(String name, String label, String type, String hint) {
        return input(name, label, type, hint, "", "");
    }

    /** A labelled field that has a text already: what somebody typed is not lost by a mistake in another field. */
    public Html field(String name, String label, String type, String hint, String value) {
        return input(name, label, type, hint, value, "");
    }

    /** A labelled field that a browser does not send empty; a request made by hand may. */
    public Html required(String name, String label, String type, String hint, String value) {
        return input(name, label, type, hint, value, " required");
    }

    private Html input(String name, String label, String type, String hint, String value, String more) {
        raw("<p class=\"field\"><label for=\"" + name + "\">")
                .text(label)
                .raw("</label><input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type
                        + "\" aria-describedby=\"" + name + "-hint\"" + more);
        if (!value.isEmpty()) {
            raw(" value=\"").text(value).raw("\"");
        }
        return raw("><span class=\"hint\" id=\"" + name + "-hint\">").text(hint).raw("</span></p>");
    }

    /** A field that nobody sees: what the form is about. */
    public Html hidden(String name, String value) {
        return raw("<input type=\"hidden\" name=\"" + name + "\" value=\"")
                .text(value)
                .raw("\">");
    }

    /** A pair of a description list. */
    public Html pair(String name, Object value) {
        return element("dt", name).element("dd", value);
    }

    /** A picture that has no address at the server: a "data:" address (RFC 2397) holds it. */
    public Html figure(FacePicture picture, String caption) {
        return raw("<figure><img alt=\"\" src=\"data:image/jpeg;base64,"
                        + Base64.getEncoder().encodeToString(picture.jpeg()) + "\">")
                .element("figcaption", caption)
                .raw("</figure>");
    }

    /** The beginning of a form, which says whose it is. */
    public Html form(String action, String encoding, String token) {
        return raw("<form method=\"post\" action=\"" + action + "\" enctype=\"" + encoding + "\">")
                .hidden("token", token);
    }

    /** The end of a form. */
    public Html submit(String words) {
        return raw("<p><button type=\"submit\">").text(words).raw("</button></p></form>");
    }

    /** The end of a page. */
    public Html end() {
        return raw("</main></body></html>");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
