package org.facecheck.internal.upload;

import java.io.Serial;

/** An upload that can't be used. Carries why, and nothing of what was sent. */
public final class UploadRejectedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient UploadRefusal refusal;

    /** @param refusal what was wrong */
    public UploadRejectedException(UploadRefusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    /** What was wrong. */
    public UploadRefusal refusal() {
        return refusal;
    }
}
