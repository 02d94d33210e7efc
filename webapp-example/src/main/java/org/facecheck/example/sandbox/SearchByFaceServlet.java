package org.facecheck.example.sandbox;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import org.facecheck.testkit.sandbox.V3;

/** The newer form of a face check. */
@WebServlet(urlPatterns = "/sandbox/api/v3/kyc_verification/search-by-face", asyncSupported = true)
@MultipartConfig(
        maxFileSize = CheckServlet.MAX_PICTURE,
        maxRequestSize = CheckServlet.MAX_REQUEST,
        fileSizeThreshold = CheckServlet.MEMORY)
public final class SearchByFaceServlet extends CheckServlet {

    private static final long serialVersionUID = 1L;

    public SearchByFaceServlet() {
        super(new V3());
    }
}
