package org.facecheck.internal.config;

/**
 * What an account proves itself with when it asks the Face Match API for an access token. Immutable; the text form shows
 * neither part, so that a record that holds one may be logged.
 *
 * @param clientId the account's id
 * @param clientSecret the account's secret
 */
public record Credentials(String clientId, String clientSecret) {

    /** No part of either value. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
