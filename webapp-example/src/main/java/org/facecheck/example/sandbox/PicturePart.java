package org.facecheck.example.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A picture in a form that was sent. */
final class PicturePart {

    private PicturePart() {}

    /**
     * Empty if there is none, or no file in its place.
     *
     * @throws IllegalStateException if it is larger than configured
     */
    static Optional<byte[]> read(String name, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > CheckServlet.MAX_REQUEST) {
            throw new IllegalStateException("too large"); // servers differ in what they make of it
        }
        try {
            Part part = request.getPart(name);
            if (part == null || part.getSubmittedFileName() == null || part.getSize() == 0) {
                return Optional.empty();
            }
            try (InputStream content = part.getInputStream()) {
                return Optional.of(content.readAllBytes());
            }
        } catch (ServletException noForm) {
            return Optional.empty();
        }
    }
}
