package org.facecheck.internal.faceki;

import org.facecheck.internal.faceki.http.HttpAnswer;
import org.facecheck.internal.faceki.token.AccessToken;

/**
 * One sending of a face check, and what came back.
 *
 * @param number 1 for the first
 * @param token was sent along
 * @param answer came back
 * @param isTokenRefused whether the answer means that the token was not good enough
 */
record CheckAttempt(int number, AccessToken token, HttpAnswer answer, boolean isTokenRefused) {

    private static final int MAX_ATTEMPTS = 2;

    /**
     * Whether the check is sent once more. A check costs money and may be slow, so it is repeated only where it certainly was
     * not made. Two more conditions are looked at where they can change: the picture must still be there
     * ({@code OutgoingPicture.retain}), and the result be wanted ({@code HttpExchanges.send}).
     */
    boolean isToBeRepeated() {
        return isTokenRefused // so the check has not been made, nor charged for
                && number < MAX_ATTEMPTS; // a fresh token that is refused too is for the operator to look into
    }
}
