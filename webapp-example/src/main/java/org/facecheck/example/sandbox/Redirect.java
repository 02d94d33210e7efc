package org.facecheck.example.sandbox;

import jakarta.servlet.http.HttpServletResponse;

/** Sends a browser on to look at what came of its form. */
final class Redirect {

    private Redirect() {}

    /** @param location relative to the page it came from, so that it is right behind a proxy, too */
    static void to(String location, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
