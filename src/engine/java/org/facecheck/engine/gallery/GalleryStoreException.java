package org.facecheck.engine.gallery;

import org.jspecify.annotations.Nullable;

/** A store can't be reached, or can't be read. The message says what to do, and names nobody. */
public final class GalleryStoreException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message what is wrong and what to do, without personal data
     * @param cause the database's own exception, {@code null} if there is none
     */
    public GalleryStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
