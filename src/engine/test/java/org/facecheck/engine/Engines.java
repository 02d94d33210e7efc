package org.facecheck.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.facecheck.engine.weights.FetchedPackage;

/** One engine for all tests, since it takes half a second to open. */
public final class Engines {
    private static FaceEngine engine;

    private Engines() {}

    /** The engine; the running test is skipped where there are no weights. */
    public static synchronized FaceEngine engine() {
        if (engine == null) {
            try {
                engine = FaceEngine.open(FetchedPackage.archive());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return engine;
    }
}
