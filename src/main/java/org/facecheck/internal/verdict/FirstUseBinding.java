package org.facecheck.internal.verdict;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.internal.caller.ComparableText;
import org.jspecify.annotations.Nullable;

/**
 * The default binding: the person who was verified first in a session stays the only one who can be. Compared by record id,
 * the only thing that an identity always keeps: the deployer may allow no fields at all. An identity without an id can't be
 * recognised again, so nobody is. Immutable and thread-safe.
 */
public final class FirstUseBinding implements IdentityBinding {

    @Override
    public boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request) {
        return earlier == null
                || earlier.recordId()
                        .filter(id -> ComparableText.of(id).isComparable())
                        .filter(id -> records.stream().anyMatch(record -> id.equals(record.recordId())))
                        .isPresent();
    }
}
