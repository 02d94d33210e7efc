package org.facecheck.engine.service.pages;

/**
 * Writes a page. What stands between tags and in attributes is escaped here, and nowhere else; {@code raw} is for markup that stands
 * in the source code. Not thread-safe.
 */
final class Html {
    /** What has been written so far. */
    private final StringBuilder page = new StringBuilder();

    /** The beginning of a page. */
    static Html page(String title) {
        return new Html()
                .raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw(
                        "<link rel=\"stylesheet\" href=\"operator.css\"><script type=\"module\" src=\"operator.js\"></script>")
                .element("title", title + " · Facecheck engine")
                .raw("</head><body><main>")
                .element("h1", title);
    }

    /** Markup, as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Text, which is no markup whatever it holds. */
    Html text(Object text) {
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
    Html element(String name, Object text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /** A labelled field. */
    Html field(String name, String label, String type, String hint) {
        return raw("<p class=\"field\"><label for=\"" + name + "\">")
                .text(label)
                .raw("</label><input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type
                        + "\" aria-describedby=\"" + name + "-hint\"><span class=\"hint\" id=\"" + name + "-hint\">")
                .text(hint)
                .raw("</span></p>");
    }

    /** The beginning of a form, which says whose it is. */
    Html form(String action, String encoding, String token) {
        return raw("<form method=\"post\" action=\"" + action + "\" enctype=\"" + encoding + "\">")
                .raw("<input type=\"hidden\" name=\"token\" value=\"")
                .text(token)
                .raw("\">");
    }

    /** The end of a form. */
    Html submit(String words) {
        return raw("<p><button type=\"submit\">").text(words).raw("</button></p></form>");
    }

    /** The end of a page. */
    Html end() {
        return raw("</main></body></html>");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
