package org.facecheck.internal.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who made the browser send a request: the person or the application itself, or another website. By what the browser says of
 * it (Fetch Metadata); where it says nothing, as on plain HTTP, a form is still known by its {@code Origin}.
 */
public enum Initiator {
    /** A link or a form of the application's, an address typed in, a bookmark; also where nothing is known. */
    SELF,
    /** A page of another site, or of another host of the same site. */
    OTHER_SITE;

    /** Who made the browser send this request, as far as the browser says so (W3C Fetch Metadata, §2.3; RFC 6454, §7). */
    public static Initiator of(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none") ? SELF : OTHER_SITE;
        }
        String origin = request.getHeader("Origin");
        return origin == null || isHost(origin, request.getHeader("Host")) ? SELF : OTHER_SITE;
    }

    /**
     * Whether nobody has asked for it yet, and the browser fetches it ahead, in case that somebody will. Its answer may never
     * be shown.
     */
    public static boolean isPrefetch(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Purpose");
        return purpose != null && purpose.startsWith("prefetch");
    }

    /** Whether this version has a constant of this name; a stored session may hold another one's. */
    public static boolean isKnown(@Nullable String name) {
        return Arrays.stream(values()).anyMatch(known -> known.name().equals(name));
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return isHost(URI.create(origin), host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The scheme is not compared: behind a proxy that ends TLS, the request has another one. */
    static boolean isHost(URI page, @Nullable String host) {
        String authority = page.getRawAuthority();
        return authority != null
                && host != null
                && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    }
}
