package org.facecheck.internal.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an account proves itself with when it asks the Face Match API for an access token: an id, and a secret that is written
 * down or lies in a file. Immutable; the text form shows no part, so that a record that holds it may be logged.
 *
 * @param clientId the account's id
 * @param clientSecret the account's secret, {@code null} where it is in a file
 * @param clientSecretFile the file that holds it and nothing else, {@code null} where it is written down
 */
public record Credentials(
        @ConfigKey(value = "facecheck.service.client-id", remedy = "the client id of your Faceki account")
        String clientId,

        @ConfigKey(SECRET_KEY) @Nullable String clientSecret,

        @ConfigKey(SECRET_FILE_KEY) @Nullable Path clientSecretFile) {

    /** The key of a secret that is written down. */
    public static final String SECRET_KEY = "facecheck.service.client-secret";

    /** The key of the file with the secret. */
    public static final String SECRET_FILE_KEY = "facecheck.service.client-secret-file";

    /**
     * The secret as it is now: a file is read each time, so that whoever rotates the secret need not deploy anything again.
     *
     * @throws UncheckedIOException where the file can't be read, or is empty
     */
    public String secret() {
        if (clientSecretFile == null) {
            return String.valueOf(clientSecret); // the reader asks for one of the two
        }
        try {
            return read(clientSecretFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What a file with a secret holds, without the line break that editors end it with.
     *
     * @throws IOException where it can't be read, or is empty
     */
    public static String read(Path file) throws IOException {
        String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (secret.isEmpty()) {
            throw new IOException("the file is empty");
        }
        return secret;
    }

    /** No part of any value. */
    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
