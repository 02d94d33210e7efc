package org.facecheck.engine.face;

import org.facecheck.engine.model.EmbeddingNetwork;

/** Makes templates of aligned faces. Immutable and thread-safe. */
public final class FaceEmbedder {
    private final EmbeddingNetwork network;

    /** An embedder with this network. */
    public FaceEmbedder(EmbeddingNetwork network) {
        this.network = network;
    }

    /** The template of a face. */
    public FaceTemplate embed(AlignedFace face) {
        return new FaceTemplate(network.embed(face.rgb()));
    }
}
