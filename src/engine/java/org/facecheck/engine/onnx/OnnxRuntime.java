package org.facecheck.engine.onnx;

/**
 * Whether ONNX Runtime can be used. Names none of its classes, so that it answers where there are none.
 *
 * @param isPresent whether it is on the class path
 * @param isUsable whether it runs on this machine, too
 * @param description its version, or what went wrong, for the operator
 */
public record OnnxRuntime(boolean isPresent, boolean isUsable, String description) {

    /** Looks for it, and loads its native part, which it unpacks into the temporary directory. */
    public static OnnxRuntime find() {
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment", false, OnnxRuntime.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            return new OnnxRuntime(
                    false, false, "com.microsoft.onnxruntime:onnxruntime is not on the engine's class path");
        }
        try {
            return new OnnxRuntime(true, true, "ONNX Runtime " + OnnxSession.version());
        } catch (LinkageError | RuntimeException broken) { // another system's, or loaded by an earlier deployment
            return new OnnxRuntime(true, false, "ONNX Runtime does not load here: " + broken.getMessage());
        }
    }
}
