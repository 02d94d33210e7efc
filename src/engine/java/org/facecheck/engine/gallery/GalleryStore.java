package org.facecheck.engine.gallery;

import java.util.List;
import java.util.function.Consumer;
import org.facecheck.engine.face.AlignedFace;

/**
 * Where a {@link Gallery} keeps its people beyond the end of the application. {@code EncryptedStore} is one, in a database.
 *
 * <pre>{@code
 * GalleryStore store = EncryptedStore.open(people, keys, masters, model, events);
 * Gallery gallery = new Gallery(MatchPolicy.standard(), store);
 * }</pre>
 *
 * <p>Thread-safe; a gallery calls {@code save} and {@code delete} one after the other.
 *
 * <p><strong>Errors.</strong> All methods throw a {@link GalleryStoreException} if the store can't be reached or read.
 */
public interface GalleryStore {

    /** Everybody who is kept and can be compared. */
    List<EnrolledPerson> load();

    /** Keeps a person, instead of the one with the same key if there is one. When it returns, the person is kept. */
    void save(EnrolledPerson person);

    /**
     * Keeps a person, and perhaps pictures of the faces that the templates are of. A store that keeps no pictures leaves them alone.
     *
     * @param faces one for each template, in their order; empty where there are only templates
     */
    default void save(EnrolledPerson person, List<AlignedFace> faces) {
        save(person);
    }

    /**
     * Deletes a person for good. When it returns, the person is gone.
     *
     * @return whether there was one
     */
    boolean delete(String key);

    /**
     * Tells of what other processes change from now on, and of everything once at the beginning.
     *
     * @param changes is called in a thread of the store's, one call after the other
     * @return to be closed when nobody listens any more; a store that one process uses tells nothing
     */
    default Watch watch(Consumer<StoreChange> changes) {
        return () -> {};
    }

    /** Ends what {@link #watch} began. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Keeps nobody: a gallery in memory only. */
    static GalleryStore none() {
        return new GalleryStore() {
            @Override
            public List<EnrolledPerson> load() {
                return List.of();
            }

            @Override
            public void save(EnrolledPerson person) {
                // Memory has the person already.
            }

            @Override
            public boolean delete(String key) {
                return false;
            }
        };
    }
}
