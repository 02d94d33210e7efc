package org.facecheck.engine.service.client;

/**
 * An application, or an operator's program, that may ask the service.
 *
 * @param id as it names itself
 * @param secret the hash of what it proves itself with
 * @param right what it may do
 */
public record Client(String id, SecretHash secret, Right right) {

    /** What a client may do; none includes the other, so that an application can't enrol anybody. */
    public enum Right {
        /** Ask whose face a selfie shows. */
        CHECK,
        /** Enrol and delete people. */
        ENROL
    }

    @Override
    public String toString() {
        return "Client[" + right + "]";
    }
}
