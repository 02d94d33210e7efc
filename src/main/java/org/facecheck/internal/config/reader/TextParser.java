package org.facecheck.internal.config.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.facecheck.internal.config.ConfigKey.TextForm;

/** Parses a text of some {@link TextForm}, or several of them between commas. */
final class TextParser {

    private TextParser() {}

    /** @param type a list or a set of strings, or one string */
    static ValueParser<?> of(Class<?> type, TextForm form) {
        if (type == List.class) {
            return new ValueParser<>(form.words(), text -> list(form, text));
        }
        if (type == Set.class) {
            return new ValueParser<>(form.words(), text -> Set.copyOf(list(form, text)));
        }
        return new ValueParser<>(form.words(), text -> ValueParser.require(text, form::matches));
    }

    /** In the order in which they are written, white space around the commas left out. */
    private static List<String> list(TextForm form, String text) {
        // -1 keeps an empty string at the end: "/a/*," is a mistake, and may lack what should be protected
        List<String> texts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        return ValueParser.require(texts, all -> all.stream().allMatch(form::matches));
    }
}
