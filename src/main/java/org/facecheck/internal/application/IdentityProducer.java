package org.facecheck.internal.application;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.servlet.http.HttpServletRequest;
import org.facecheck.KycIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Makes what {@code Instance<KycIdentity>.get()} gives: the identity of the request that is being answered, {@code null} where
 * no person is verified, which CDI allows to dependent beans only.
 *
 * <p>By a static producer method without a disposer. A dependent object lives as long as what it was got for (CDI 4.0 §2.4.4.1),
 * so that an {@code Instance} in a long-lived bean would hold on to one more object with each call, and to identities beyond
 * their sessions. Weld, which both servers have, keeps none where there is nothing to be destroyed with it, and this is the
 * form in which it can tell. {@link FaceCheckExtension} makes the class known; an annotation that makes it a bean would make
 * the jar a bean archive.
 */
class IdentityProducer {

    @Produces
    @Typed(KycIdentity.class)
    static @Nullable KycIdentity current(HttpServletRequest request) {
        return KycIdentity.of(request).orElse(null);
    }
}
