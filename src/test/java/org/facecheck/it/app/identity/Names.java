package org.facecheck.it.app.identity;

import org.facecheck.KycIdentity;

final class Names {
    private Names() {}

    static String of(KycIdentity identity) {
        return identity == null ? "nobody" : identity.fullName().orElse("nameless");
    }
}
