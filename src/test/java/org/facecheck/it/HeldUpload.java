package org.facecheck.it;

import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An upload that has been sent but for its last byte, in either of the two ways in which a selfie may be sent. */
record HeldUpload(SlowUpload upload, byte[] body) implements Closeable {

    /** How a selfie is sent. */
    enum Way {
        FORM {
            @Override
            byte[] body(String token) {
                return Browser.form(token, Selfies.jpeg());
            }

            @Override
            List<String> headers(String token) {
                return List.of("Content-Type: " + Browser.FORM_TYPE);
            }
        },
        BODY {
            @Override
            byte[] body(String token) {
                return Selfies.jpeg();
            }

            @Override
            List<String> headers(String token) {
                return List.of("Content-Type: image/jpeg", "Facecheck-Token: " + token);
            }
        };

        abstract byte[] body(String token);

        abstract List<String> headers(String token);
    }

    /** Sends all but the last byte, with the browser's cookie as it is now. */
    static HeldUpload begin(Way way, String token, Browser browser, URI application) {
        byte[] body = way.body(token);
        List<String> headers = new ArrayList<>(way.headers(token));
        headers.add("Content-Length: " + body.length);
        SlowUpload upload = SlowUpload.begin(browser, application, headers.toArray(String[]::new));
        return new HeldUpload(upload.send(body, 0, body.length - 1), body);
    }

    /** Sends the last byte. */
    HeldUpload finish() {
        upload.send(body, body.length - 1, body.length);
        return this;
    }

    /** The whole answer; its connection ends with it. */
    String answer() {
        return upload.answer();
    }

    @Override
    public void close() {
        upload.close();
    }
}
