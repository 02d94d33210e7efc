package org.facecheck.engine.service.settings;

import java.io.IOException;
import java.util.function.Supplier;
import org.facecheck.engine.gallery.FalseAcceptRates;
import org.facecheck.engine.gallery.MatchPolicy;
import org.facecheck.engine.index.ExactIndex;
import org.facecheck.engine.index.HnswIndex;
import org.facecheck.engine.index.TemplateIndex;

/**
 * What an operator says of comparing: {@code verification-threshold}, {@code search-threshold}, {@code false-accept} and {@code
 * search-index}. Immutable; the text form shows the file only.
 *
 * @param file the operator's settings
 */
public record SearchSettings(SettingsFile file) {

    /**
     * How near two templates must be, and how often a stranger may match somebody; the standard, where nothing is said.
     *
     * @throws IOException if a number is none, or nothing is known of a threshold
     */
    public MatchPolicy policy() throws IOException {
        MatchPolicy standard = MatchPolicy.standard();
        try {
            return new MatchPolicy(
                    file.number("verification-threshold", standard.verification()),
                    file.number("search-threshold", standard.search()),
                    file.number("false-accept", standard.falseAccept()),
                    FalseAcceptRates.published());
        } catch (IllegalArgumentException wrong) {
            throw new IOException(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Gives an index without anybody: the exact one, unless the other one is named.
     *
     * @throws IOException if it is neither of the two
     */
    public Supplier<TemplateIndex> indexes() throws IOException {
        String value = file.value("search-index");
        return switch (value == null ? "exact" : value) {
            case "exact" -> ExactIndex::new;
            case "hnsw" -> lucene();
            default -> throw file.wrong("the setting \"search-index\" is neither exact nor hnsw");
        };
    }

    /** What is missing is better said at the start than by the first search. */
    private Supplier<TemplateIndex> lucene() throws IOException {
        try {
            Class.forName("org.apache.lucene.index.IndexWriter", false, HnswIndex.class.getClassLoader());
            return HnswIndex::new;
        } catch (ClassNotFoundException absent) {
            throw new IOException(
                    file + ": search-index = hnsw needs org.apache.lucene:lucene-core 9.12.3 on the class path",
                    absent);
        }
    }

    @Override
    public String toString() {
        return "SearchSettings[" + file + "]";
    }
}
