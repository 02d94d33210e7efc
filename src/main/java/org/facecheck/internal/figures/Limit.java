package org.facecheck.internal.figures;

/** The limits that an upload can run into, each a key of its own for the deployer. Their names are read by monitoring. */
public enum Limit {
    /** Checks at the service: {@code facecheck.service.max-concurrent}. */
    CHECKS,
    /** Uploads under way, in all, of one address or of one session: {@code facecheck.capture.max-uploads…}. */
    UPLOADS,
    /** Memory for uploads under way: {@code facecheck.capture.max-bytes-in-flight}, or one client's share of it. */
    UPLOAD_BYTES,
    /** Threads that wait behind a filter without support for asynchronous requests: {@code facecheck.service.max-blocking}. */
    THREADS,
    /** Pictures that are turned at once; as many as the machine has processors for. */
    DECODERS,
    /** Uploads that were there and found no processor in time. */
    PROCESSORS
}
