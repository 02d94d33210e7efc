package org.facecheck.internal.page.html;

/** Text as it stands in elements and in quoted attributes of XML and HTML. */
public final class HtmlEscaper {
    private HtmlEscaper() {}

    /**
     * Replaces what could end an attribute in double quotes or begin a tag or a character reference (HTML Living Standard,
     * section 13.1.2.3). An apostrophe stays: attributes here are always in double quotes.
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
