package org.facecheck.internal.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.jspecify.annotations.Nullable;

/** The default binding: whoever was verified first in a session stays the only one who can be. */
public final class FirstUseBinding implements IdentityBinding {

    @Override
    public boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request) {
        return earlier == null
                || (!earlier.recordId().isBlank()
                        && records.stream()
                                .anyMatch(record -> earlier.recordId().equals(record.recordId())));
    }
}
