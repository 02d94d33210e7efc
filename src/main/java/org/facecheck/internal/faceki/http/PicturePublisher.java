package org.facecheck.internal.faceki.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a picture between a head and a tail, in pieces of the array that it is in, and lets go of it with the last one.
 * The JDK's own publisher makes a copy of the array, and keeps both until the answer is there.
 *
 * @param frame makes head and tail when they are wanted, since the JDK keeps this until the answer is there, too
 * @param picture in the middle
 */
record PicturePublisher(Frame frame, OutgoingPicture picture) implements BodyPublisher {
    /** What stands around the picture; makes the same bytes each time. */
    interface Frame {
        ByteBuffer head();

        ByteBuffer tail();
    }

    /** As large as the JDK's own: a socket writes a piece by way of a buffer of that size, kept for each thread. */
    private static final int PIECE = 16_384;

    @Override
    public long contentLength() {
        return (long) frame.head().remaining() + picture.length() + frame.tail().remaining();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        BodySubscription writing;
        try {
            writing = new BodySubscription(subscriber, picture.retain(), picture.bytes());
        } catch (CheckFailedException gone) {
            subscriber.onSubscribe(new BodySubscription(subscriber, 0, null));
            subscriber.onError(gone);
            return;
        }
        subscriber.onSubscribe(writing);
    }

    /** One subscription to the body (java.util.concurrent.Flow): no call of {@code onNext} within another one. */
    private final class BodySubscription implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final int retention;
        private final AtomicLong wanted = new AtomicLong();
        private volatile byte @Nullable [] bytes;
        private boolean isHeadSent;
        private int position;

        private BodySubscription(Subscriber<? super ByteBuffer> subscriber, int retention, byte @Nullable [] bytes) {
            this.subscriber = subscriber;
            this.retention = retention;
            this.bytes = bytes;
        }

        @Override
        public void request(long n) {
            if (n <= 0) {
                cancel();
                subscriber.onError(new IllegalArgumentException("a subscriber asked for " + n));
                return;
            }
            // A demand of Long.MAX_VALUE means "all" (Flow.Subscription); a sum beyond it as well.
            long before = wanted.getAndAccumulate(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            if (before == 0) {
                do {
                    next();
                } while (bytes != null && wanted.decrementAndGet() > 0);
            }
        }

        /** Lets go of the picture at once; what is retained of it is the picture's own matter. */
        @Override
        public void cancel() {
            bytes = null;
        }

        /** Head, pieces, tail: one of them at each call. */
        private void next() {
            byte[] whole = bytes;
            if (whole == null) {
                return;
            }
            if (!isHeadSent) {
                isHeadSent = true;
                subscriber.onNext(frame.head());
            } else if (position < whole.length) {
                int length = Math.min(PIECE, whole.length - position);
                ByteBuffer piece =
                        ByteBuffer.wrap(whole, position, length).slice().asReadOnlyBuffer();
                position += length;
                subscriber.onNext(piece);
            } else {
                bytes = null;
                picture.release(retention);
                subscriber.onNext(frame.tail());
                subscriber.onComplete();
            }
        }
    }
}
