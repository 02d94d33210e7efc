package org.facecheck.internal.figures;

/** What operators may do to a running application, by its {@link FaceCheckMXBean}. Each is told in the log. Thread-safe. */
public interface OperatorActions {
    /** Forgets all attempts so far. */
    void forgetAttempts();

    /** Has checks sent to the service again. */
    void closeCircuit();
}
