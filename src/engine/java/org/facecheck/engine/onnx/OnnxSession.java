package org.facecheck.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * A model in ONNX Runtime's memory, which is given back when nothing refers to the session any more. It computes in the calling thread:
 * the engine has as many of those as the machine has cores. Thread-safe.
 */
public final class OnnxSession {
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtEnvironment runtime = environment();
    private final OrtSession session;
    private final OnnxValue output;

    /**
     * Loads a model.
     *
     * @param model as {@link OnnxGraph#model} gives it
     * @param output the size of what comes out
     * @throws IllegalStateException if the runtime does not take it
     */
    public OnnxSession(byte[] model, OnnxValue output) {
        this.output = output;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession opened = runtime.createSession(model, options);
            CLEANER.register(this, () -> close(opened));
            this.session = opened;
        } catch (OrtException refused) {
            throw new IllegalStateException("ONNX Runtime does not take the network", refused);
        }
    }

    /** Errors alone: its remarks about graphs are for those who write it. Windows' reports to its maker are switched off. */
    private static OrtEnvironment environment() {
        OrtEnvironment made = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "facecheck");
        try {
            made.setTelemetry(false);
        } catch (OrtException none) {
            throw new IllegalStateException("ONNX Runtime does not stop reporting to its maker", none);
        }
        return made;
    }

    /** The runtime's version; it is loaded for that. */
    static String version() {
        return environment().getVersion();
    }

    /** What comes out; its numbers are those of {@link #run}, channels running fastest. */
    public OnnxValue output() {
        return output;
    }

    /**
     * Computes.
     *
     * @param values of the input, channels running fastest; not changed
     * @param height of the input
     * @param width of the input
     * @param channels of the input
     */
    public float[] run(float[] values, int height, int width, int channels) {
        long[] shape = {1, height, width, channels};
        try (OnnxTensor input = OnnxTensor.createTensor(runtime, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(OnnxGraph.INPUT, input))) {
            float[] computed = new float[output.height() * output.width() * output.channels()];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(computed);
            return computed;
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime failed", failed);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(failed); // the Cleaner leaves it at that: there is nothing to be done
        }
    }
}
