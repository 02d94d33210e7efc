package org.facecheck.engine.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.facecheck.engine.face.FaceTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a graph of neighbours (HNSW: Y. Malkov, D. Yashunin, 2016), by Lucene ({@code org.apache.lucene:lucene-core}, which an
 * application puts on its class path). It looks at a few thousand templates instead of all of them, takes long to be built, and misses a
 * neighbour now and then: {@code engine.md} has the figures. In memory only.
 *
 * <p>Who is taken out is found no more at once. The numbers of the templates stay in the process's memory until Lucene merges the segment that
 * they are in, or the process ends; where a deletion has to be final at once, use the {@link ExactIndex}.
 */
public final class HnswIndex implements TemplateIndex {
    private static final String KEY = "key";
    private static final String TEMPLATE = "template";
    /** How many neighbours are looked for: one person may have several templates, and more of them make it surer that the nearest is there. */
    private static final int NEIGHBOURS = 100;
    /** Fewer and larger segments, each of which is a graph of its own and searched by itself. */
    private static final int BUFFER_MEGABYTES = 256;

    private final IndexWriter writer;
    private final DirectoryReader reader;

    /** An index without anybody. */
    public HnswIndex() {
        try {
            this.writer = new IndexWriter(
                    new ByteBuffersDirectory(), new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
            this.reader = DirectoryReader.open(writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private HnswIndex(IndexWriter writer, DirectoryReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** What Lucene throws about a file can't happen in memory. */
    private interface Change {
        void apply(IndexWriter writer) throws IOException;
    }

    private TemplateIndex changed(Change change) {
        try {
            change.apply(writer);
            DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
            return newer == null ? this : new HnswIndex(writer, newer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public TemplateIndex with(Map<String, List<FaceTemplate>> people) {
        return changed(all -> {
            for (Map.Entry<String, List<FaceTemplate>> person : people.entrySet()) {
                List<Document> documents = person.getValue().stream()
                        .map(template -> document(person.getKey(), template))
                        .toList();
                all.updateDocuments(new Term(KEY, person.getKey()), documents);
            }
        });
    }

    private static Document document(String key, FaceTemplate template) {
        Document document = new Document();
        document.add(new StringField(KEY, key, Field.Store.YES));
        document.add(new KnnFloatVectorField(TEMPLATE, template.values(), VectorSimilarityFunction.EUCLIDEAN));
        return document;
    }

    @Override
    public TemplateIndex without(String key) {
        return changed(all -> all.deleteDocuments(new Term(KEY, key)));
    }

    @Override
    public int size() {
        return reader.numDocs();
    }

    @Override
    public Nearest nearest(FaceTemplate probe, @Nullable String except) {
        int own = except == null ? 0 : NEIGHBOURS; // asked for besides, since they may be the nearest of all
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            StoredFields fields = searcher.storedFields();
            Nearest nearest = Nearest.nobody();
            KnnFloatVectorQuery query = new KnnFloatVectorQuery(TEMPLATE, probe.values(), NEIGHBOURS + own);
            for (ScoreDoc hit : searcher.search(query, NEIGHBOURS + own).scoreDocs) {
                String key = fields.document(hit.doc).get(KEY);
                if (!key.equals(except)) {
                    // Lucene's score of the Euclidean distance d is 1 / (1 + d²).
                    nearest = nearest.with(key, Math.sqrt(Math.max(0, 1 / hit.score - 1)));
                }
            }
            return nearest;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
