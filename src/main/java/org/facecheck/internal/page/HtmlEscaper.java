package org.facecheck.internal.page;

/** Text inside XML and HTML attributes. */
public final class HtmlEscaper {
    private HtmlEscaper() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
