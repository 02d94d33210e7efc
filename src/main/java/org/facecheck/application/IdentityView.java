package org.facecheck.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.facecheck.KycIdentity;

/** The identity as expression language reads it: maps, since its resolvers know nothing of records yet. */
final class IdentityView {
    /** The name that expressions begin with. */
    static final String NAME = "facecheck";

    private IdentityView() {}

    /** {@code facecheck.identity.fullName} and its like; the inner map is empty where nobody is verified. */
    static Map<String, Map<String, String>> of(HttpServletRequest request) {
        return Map.of(
                "identity", KycIdentity.of(request).map(KycIdentity::fields).orElse(Map.of()));
    }
}
