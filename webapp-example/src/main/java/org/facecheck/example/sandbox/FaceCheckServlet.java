package org.facecheck.example.sandbox;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import org.facecheck.testkit.sandbox.V2;

/** The documented form of a face check. */
@WebServlet(urlPatterns = "/sandbox/facelink/api/face-check", asyncSupported = true)
@MultipartConfig(
        maxFileSize = CheckServlet.MAX_PICTURE,
        maxRequestSize = CheckServlet.MAX_REQUEST,
        fileSizeThreshold = CheckServlet.MEMORY)
public final class FaceCheckServlet extends CheckServlet {

    private static final long serialVersionUID = 1L;

    public FaceCheckServlet() {
        super(new V2());
    }
}
