package org.facecheck.engine.weights;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The list of a model's arrays, in the order in which they lie in its binary file. TensorFlow.js writes it: each array has a
 * name, a shape and, where a byte stands for a number, a scale and a minimum (number = byte × scale + minimum). Others are
 * 32-bit floats, little-endian. Whole numbers of 32 bits are the shapes of a graph's own; nobody asks for them, and they are only passed over.
 *
 * <p>An expression reads the JSON, and no parser: the file is pinned by its SHA-256, so that the text is known to the last byte,
 * and a command line has no JSON library of a server's.
 */
final class WeightsManifest {
    private static final String NUMBER = "(-?[0-9.]+(?:e-?[0-9]+)?)";

    private static final Pattern ARRAY =
            Pattern.compile("\\{\"name\":\"([^\"]+)\",\"shape\":\\[([0-9,]+)],\"dtype\":\"(?:float32|int32)\""
                    + "(?:,\"quantization\":\\{(?:\"dtype\":\"uint8\",)?\"scale\":" + NUMBER + ",\"min\":" + NUMBER
                    + "(?:,\"dtype\":\"uint8\")?})?}");

    private final PublishedPackage source;
    private final String json;

    /** @param source for the message of an exception */
    WeightsManifest(PublishedPackage source, byte[] json) {
        this.source = source;
        this.json = new String(json, StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    /**
     * Cuts the binary file into the arrays of this list.
     *
     * @throws WeightsException if the list and the file do not end together
     */
    ModelWeights weights(byte[] binary) throws WeightsException {
        ByteBuffer data = ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Parameter> arrays = new LinkedHashMap<>();
        try {
            ARRAY.matcher(json).results().forEach(entry -> arrays.put(entry.group(1), parameter(entry, data)));
        } catch (BufferUnderflowException tooShort) {
            throw new WeightsException("the weights are shorter than their manifest says", source, tooShort);
        }
        if (arrays.isEmpty() || data.hasRemaining()) {
            throw new WeightsException("the weights are longer than their manifest says", source);
        }
        return new ModelWeights(arrays);
    }

    private static Parameter parameter(MatchResult entry, ByteBuffer data) {
        int[] shape = Arrays.stream(entry.group(2).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        if (entry.group(3) == null) {
            data.asFloatBuffer().get(values);
            data.position(data.position() + values.length * Float.BYTES);
        } else {
            double scale = Double.parseDouble(entry.group(3));
            double min = Double.parseDouble(entry.group(4));
            for (int i = 0; i < values.length; i++) {
                // In double precision, as the library that the weights were made for does; then rounded once.
                values[i] = (float) (Byte.toUnsignedInt(data.get()) * scale + min);
            }
        }
        return new Parameter(shape, values);
    }
}
