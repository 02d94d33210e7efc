package org.facecheck.internal.capture;

import java.util.Optional;
import org.facecheck.internal.config.PageConfig.Notice;
import org.facecheck.internal.page.Consent;
import org.facecheck.internal.upload.UploadRefusal.Malformed;
import org.facecheck.internal.upload.UploadRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a picture needs its person's consent, which the page's check box gives and sends along. The server asks for it, too: a
 * page can be changed, left out, or be another one.
 *
 * @param notice what the operator has said of it
 */
record ConsentRequirement(Notice notice) {

    /**
     * Asks for consent where it is needed.
     *
     * @param sent the version that came along, right or wrong; {@code null} where none did
     * @return the version that was agreed to; empty where none is asked for, whatever was sent
     * @throws UploadRejectedException where it is needed and not there: no picture is used without it
     */
    Optional<String> require(@Nullable String sent) throws UploadRejectedException {
        if (!notice.consent()) {
            return Optional.empty();
        }
        Optional<String> given = Consent.given(sent, notice.processor());
        if (given.isEmpty()) {
            throw new UploadRejectedException(Malformed.NO_CONSENT);
        }
        return given;
    }
}
