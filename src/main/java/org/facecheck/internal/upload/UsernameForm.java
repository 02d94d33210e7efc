package org.facecheck.internal.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facecheck.FaceCaller;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.session.FormToken;
import org.facecheck.internal.session.FormToken.Status;

/**
 * The step before the picture where the face is the login: the person says who they are. The name is noted in the session, and
 * looked up nowhere, so that the answer is the same for each name.
 */
public final class UsernameForm {
    /** An ordinary form has no picture, and a picture comes in no ordinary form. */
    private static final String FORM = "application/x-www-form-urlencoded";

    private UsernameForm() {}

    /** Whether this is the form with the name, by its headers. */
    public static boolean isSentBy(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    /**
     * Notes the name. One that can't be a name is not noted, and the page asks again.
     *
     * @return false where the form has no token of this session's: no other site may say who somebody is
     */
    public static boolean take(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name()); // the page's own
        String token = request.getParameter("token");
        Optional<FaceCheckSession> session = FaceCheckSession.existing(request);
        if (token == null || session.isEmpty() || session.get().bind(new FormToken(token)) == Status.UNKNOWN) {
            return false;
        }
        String name = request.getParameter("username");
        if (FaceCaller.isName(name)) {
            session.get().claim(name.strip());
        }
        return true;
    }
}
