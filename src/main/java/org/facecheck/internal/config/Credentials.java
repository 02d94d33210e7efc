package org.facecheck.internal.config;

/**
 * What an account proves itself with when it asks the Face Match API for an access token. Immutable; the text form shows
 * neither part, so that a record that holds one may be logged.
 *
 * @param clientId the account's id
 * @param clientSecret the account's secret
 */
public record Credentials(
        @ConfigKey(value = "facecheck.service.client-id", remedy = "the client id of your Faceki account")
        String clientId,

        @ConfigKey(value = "facecheck.service.client-secret", remedy = "the client secret of your Faceki account")
        String clientSecret) {

    /** No part of either value. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
