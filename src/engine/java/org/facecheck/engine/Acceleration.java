package org.facecheck.engine;

import org.facecheck.engine.network.Computation;
import org.facecheck.engine.onnx.OnnxRuntime;

/**
 * Whether ONNX Runtime ({@code com.microsoft.onnxruntime:onnxruntime}, which an operator puts on the class path) computes the networks. It is
 * several times as fast as plain Java, on the processors that it was built for, and brings native code into the process. The results are the
 * same to five digits behind the point, so that templates of both can be compared. Immutable and thread-safe.
 *
 * <pre>{@code
 * FaceEngine engine = FaceEngine.open(Path.of("/etc/facecheck/vladmandic-face-api-1.7.15.tgz"), Acceleration.REQUIRED);
 * }</pre>
 */
public enum Acceleration {
    /** It does where it is on the class path. If it does not load on this machine, the log says so, and plain Java computes. */
    IF_PRESENT,
    /** It does, or the engine does not open. */
    REQUIRED,
    /** It does not, wherever it is. */
    NONE;

    /**
     * By what the networks are computed here.
     *
     * @throws IllegalStateException if it is required and can't be used; the message says why
     */
    Computation computation() {
        if (this == NONE) {
            return Computation.PLAIN_JAVA;
        }
        OnnxRuntime found = OnnxRuntime.find();
        if (found.isUsable()) {
            return Computation.ONNX_RUNTIME;
        }
        if (this == REQUIRED) {
            throw new IllegalStateException("ONNX Runtime is required and can't be used: " + found.description());
        }
        if (found.isPresent()) {
            System.getLogger("org.facecheck.engine")
                    .log(System.Logger.Level.WARNING, "{0}; plain Java computes", found.description());
        }
        return Computation.PLAIN_JAVA;
    }
}
