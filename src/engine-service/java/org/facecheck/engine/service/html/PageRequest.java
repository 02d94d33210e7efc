package org.facecheck.engine.service.html;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page, of whatever server. Its text form shows neither cookies nor what was typed.
 *
 * @param method of HTTP
 * @param path below the pages' own, such as {@code /people}
 * @param home the pages' own path, with the application's
 * @param caller the name that the server's own login gave, {@code null} if it asked nobody
 * @param isSecure whether it came by TLS, as the server sees it
 * @param cookie the header, {@code null} if it was not sent
 * @param fetchSite the header {@code Sec-Fetch-Site}, {@code null} if it was not sent
 * @param contentType the header, {@code null} if it was not sent
 * @param body not read yet
 */
public record PageRequest(
        String method,
        String path,
        String home,
        @Nullable String caller,
        boolean isSecure,
        @Nullable String cookie,
        @Nullable String fetchSite,
        @Nullable String contentType,
        InputStream body) {

    /** Whether another site's page has sent it (W3C Fetch Metadata); a browser that does not say is asked for the form's token. */
    public boolean isOfAnotherSite() {
        return fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none");
    }

    /** The body, empty if it is longer than allowed. Not more than that is read. */
    Optional<byte[]> body(int limit) throws IOException {
        byte[] read = body.readNBytes(limit + 1);
        return read.length > limit ? Optional.empty() : Optional.of(read);
    }

    @Override
    public String toString() {
        return "PageRequest[" + method + " " + path + "]";
    }
}
