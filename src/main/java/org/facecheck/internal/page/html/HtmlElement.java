package org.facecheck.internal.page.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One element of a page that is being written: its attributes, and then either texts with elements among them or elements alone.
 * Nothing gets into the page but by {@link #with} and {@link #text}, which escape: a value can't become markup.
 *
 * <p>The syntax is that of HTML and of XML at once, since a Facelets view may send the capture as part of an XHTML page: empty
 * elements end with {@code />}, and an attribute that is only there or not is written with an empty value.
 */
public final class HtmlElement {
    /** The elements used here that have no end tag (HTML Living Standard, section 13.1.2). */
    private static final Set<String> VOID = Set.of("img", "input", "link", "meta");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final List<Object> content = new ArrayList<>();

    private HtmlElement(String name) {
        this.name = name;
    }

    /** An element of this name, a literal in the code. */
    public static HtmlElement element(String name) {
        return new HtmlElement(name);
    }

    /** Adds an attribute; its name is a literal in the code, its value can be anything. */
    public HtmlElement with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(HtmlEscaper.escape(value))
                .append('"');
        return this;
    }

    /** Adds an attribute that is there or not, such as {@code hidden}. */
    public HtmlElement with(String attribute) {
        return with(attribute, "");
    }

    /** Adds text, escaped. */
    public HtmlElement text(String text) {
        content.add(HtmlEscaper.escape(text));
        return this;
    }

    /** Adds elements in this order; {@code null} stands for one that is not there this time. */
    public HtmlElement holding(@Nullable HtmlElement... elements) {
        for (HtmlElement element : elements) {
            if (element != null) {
                content.add(element);
            }
        }
        return this;
    }

    /** The markup of this element with all that it holds. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    private void writeTo(StringBuilder out) {
        out.append('<').append(name).append(attributes);
        if (VOID.contains(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        writeContentTo(out);
        out.append("</").append(name).append('>');
    }

    /** Elements stand on lines of their own, save where text is among them: there a line break would be a space more. */
    private void writeContentTo(StringBuilder out) {
        boolean onLines = !content.isEmpty() && content.stream().allMatch(HtmlElement.class::isInstance);
        for (Object part : content) {
            if (onLines) {
                out.append('\n');
            }
            if (part instanceof HtmlElement element) {
                element.writeTo(out);
            } else {
                out.append(part);
            }
        }
        if (onLines) {
            out.append('\n');
        }
    }
}
