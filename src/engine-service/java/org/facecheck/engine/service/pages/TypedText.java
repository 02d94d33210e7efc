package org.facecheck.engine.service.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.facecheck.engine.service.html.Html;
import org.facecheck.engine.service.html.PageForm;

/**
 * What an operator typed into the form for enrolling, where it arrives after the session's end. It waits in hidden fields of the page that
 * says so, and stands in the form again once somebody is logged in: it is in no address, no cookie, no log, and in no memory of the service's
 * between two requests. Portraits do not, since no page can put a file into a field. Immutable and thread-safe.
 */
final class TypedText {
    private static final String SEAL = "seal";

    /** In bytes of UTF-8: with the heads of their parts, they are in the beginning of a form that is read of a stranger. */
    private static final int MAX_BYTES = 2048;

    private static final int SEAL_BYTES = 32;

    private final String seal;

    /** Of this process: forms of another one, or of before a restart, are not known again. */
    TypedText() {
        byte[] bytes = new byte[SEAL_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.seal = HexFormat.of().formatHex(bytes);
    }

    /**
     * Says in a form that this service's page has made it. A session's own token can't be asked for when the session is over; and without
     * any, another site could have an operator log in to a form that it has filled in.
     */
    void seal(Html html) {
        html.hidden(SEAL, seal);
    }

    /** What was typed; an empty form if it was nothing, too much, or into a form of somebody else's. */
    PageForm of(PageForm form) {
        if (!MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), form.text(SEAL).getBytes(StandardCharsets.UTF_8))) {
            return PageForm.EMPTY;
        }
        Map<String, byte[]> typed = new HashMap<>();
        int bytes = 0;
        // The tick is not among them: whoever sends the form vouches for the person at that moment.
        for (String name : EnrolmentForm.TEXTS) {
            byte[] text = form.text(name).getBytes(StandardCharsets.UTF_8);
            typed.put(name, text);
            bytes += text.length;
        }
        return bytes == 0 || bytes > MAX_BYTES ? PageForm.EMPTY : new PageForm(typed);
    }

    /** Into a form that waits. */
    void carry(Html html, PageForm typed) {
        seal(html);
        EnrolmentForm.TEXTS.forEach(name -> html.hidden(name, typed.text(name)));
    }
}
