package org.facecheck.internal.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.config.CaptureConfig.UploadLimits;

/**
 * The limits on uploads that are on their way or being checked: so many places and so many bytes in all, and of these a share
 * for each client address and each session, so that nobody can hold what the others need. A place is taken with the headers;
 * bytes are taken as they arrive, so that nothing is reserved for what is never sent. What is too much is refused at once.
 * Thread-safe.
 */
public final class UploadQuota {
    private final Limit all;
    private final Limit ofAddress;
    private final Limit ofSession;
    private final Usage total = new Usage();

    /** Of those that hold something now. Addresses and session ids are keys only, and do not mix. */
    private final Map<Object, Usage> shares = new HashMap<>(); // guarded by this

    public UploadQuota(UploadLimits limits, int maxBytes) {
        all = new Limit(limits.max(), maxBytes);
        ofAddress = new Limit(limits.maxPerAddress(), limits.maxBytesPerAddress());
        ofSession = new Limit(limits.maxPerSession(), limits.maxBytesPerSession());
    }

    /** How much one may hold. */
    private record Limit(int places, long bytes) {}

    /** How much one holds. */
    private static final class Usage {
        private int places;
        private long bytes;

        boolean fits(Limit limit, int morePlaces, int moreBytes) {
            return places + morePlaces <= limit.places() && bytes + moreBytes <= limit.bytes();
        }

        void add(int morePlaces, int moreBytes) {
            places += morePlaces;
            bytes += moreBytes;
        }
    }

    /** A place for an upload, which the caller has to close; empty where there is none left for this client. Never waits. */
    public synchronized Optional<Share> tryEnter(ClientAddress address, String sessionId) {
        Share share = new Share(address, sessionId);
        return share.add(1, 0) ? Optional.of(share) : Optional.empty();
    }

    /** How many addresses and sessions hold something. */
    synchronized int holders() {
        return shares.size();
    }

    /** One upload's place, and the bytes that it has taken. Closing it twice is closing it once. */
    public final class Share implements AutoCloseable {
        private final ClientAddress address;
        private final String sessionId;
        private int bytes; // guarded by UploadQuota.this
        private boolean closed; // guarded by UploadQuota.this

        private Share(ClientAddress address, String sessionId) {
            this.address = address;
            this.sessionId = sessionId;
        }

        /** Takes this many bytes more; false, and nothing is taken, where not all of them are left, or the share is closed. */
        public boolean take(int more) {
            synchronized (UploadQuota.this) {
                return !closed && add(0, more);
            }
        }

        /** Gives back all bytes; the place stays. */
        public void empty() {
            synchronized (UploadQuota.this) {
                change(0, -bytes);
                forgetUnused();
            }
        }

        private boolean add(int places, int more) {
            boolean fits = total.fits(all, places, more)
                    && usage(address).fits(ofAddress, places, more)
                    && usage(sessionId).fits(ofSession, places, more);
            if (fits) {
                change(places, more);
            }
            forgetUnused();
            return fits;
        }

        private void change(int places, int more) {
            bytes += more;
            List.of(total, usage(address), usage(sessionId)).forEach(one -> one.add(places, more));
        }

        private Usage usage(Object holder) {
            return shares.computeIfAbsent(holder, one -> new Usage());
        }

        private void forgetUnused() {
            shares.computeIfPresent(address, (one, usage) -> usage.places == 0 ? null : usage);
            shares.computeIfPresent(sessionId, (one, usage) -> usage.places == 0 ? null : usage);
        }

        @Override
        public void close() {
            synchronized (UploadQuota.this) {
                if (!closed) {
                    closed = true;
                    change(-1, -bytes);
                    forgetUnused();
                }
            }
        }
    }
}
