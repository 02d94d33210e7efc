package org.facecheck.internal.page;

import static org.facecheck.internal.page.html.HtmlElement.element;

import org.facecheck.internal.page.html.HtmlElement;
import org.facecheck.internal.page.text.PageTexts;
import org.jspecify.annotations.Nullable;

/**
 * Writes where there is more to read: the company's help, and what becomes of the picture.
 *
 * @param notice what people are told of the application
 * @param texts in the language to write it in
 */
record FootMarkup(PageModel.Notice notice, PageTexts texts) {

    /** {@code null} where the operator has given neither address. */
    @Nullable
    HtmlElement foot() {
        String help = notice.help();
        String privacy = notice.privacy();
        return help == null && privacy == null
                ? null
                : element("p")
                        .with("class", "facecheck-foot")
                        .holding(
                                link(help, texts.page("help")),
                                link(privacy, texts.page("privacy", notice.processor())));
    }

    /** In a tab of its own, since the camera's picture would be lost. */
    private static @Nullable HtmlElement link(@Nullable String address, String text) {
        return address == null
                ? null
                : element("a")
                        .with("href", address)
                        .with("target", "_blank")
                        .with("rel", "noopener")
                        .text(text);
    }
}
