package org.facecheck.internal.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The page that made the browser send a request, as the browser names it (RFC 9110, §10.1.3). A client may name any page, and
 * gains nothing by it: it is only ever led back there itself. Another site can't choose the header.
 */
public record Referer(URI page) {

    /** The page; empty where the browser names none, or nothing that has a path. */
    public static Optional<Referer> of(HttpServletRequest request) {
        try {
            String named = request.getHeader("Referer");
            URI page = named == null ? null : new URI(named);
            return page == null || page.getRawPath() == null ? Optional.empty() : Optional.of(new Referer(page));
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }

    /** Path and query, as they were sent; on this host, whatever the header said. */
    public String address() {
        String query = page.getRawQuery();
        return query == null ? page.getRawPath() : page.getRawPath() + '?' + query;
    }

    /**
     * Whether the page is one of this origin's. The browser says so itself (W3C Fetch Metadata, §2.3), which holds behind a proxy
     * that changes {@code Host}, too; where it says nothing, as on plain HTTP, the host of the page has to be the request's.
     */
    public boolean isOfSameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? Initiator.of(request) == Initiator.SELF && Initiator.isHost(page, request.getHeader("Host"))
                : site.equals("same-origin");
    }

    /** Without the page: its query may hold personal data. */
    @Override
    public String toString() {
        return "Referer";
    }
}
