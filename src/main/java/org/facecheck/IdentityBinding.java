package org.facecheck;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person whose face it is may be the one on this request. The default binds by first use: a later check in the
 * same session, by the same logged-in principal, may not yield somebody else. An application replaces it with a CDI bean of
 * this type, for instance to compare the document with its own user directory.
 *
 * <p>Called by many threads at once, in the request's own thread; a binding that throws accepts nobody.
 */
@FunctionalInterface
public interface IdentityBinding {

    /**
     * Whether it is the right person.
     *
     * @param records the accepted KYC records of one person, at least one
     * @param earlier whom an earlier check in this session verified for the same principal, if any
     * @param request the request that brought the selfie, with its principal
     */
    boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request);
}
