package org.facecheck.engine.store;

/** What the audit trail has a line for; the names stand in the database. */
enum AuditAction {
    ENROLLED,
    /** Enrolled again: what was there before is gone. */
    REPLACED,
    /** Encrypted anew, under the current master key. */
    KEY_ROTATED,
    DELETED,
    /** The portraits that were kept are gone, and the person is still on file. At most 16 letters, as all of these. */
    PORTRAIT_DELETED
}
