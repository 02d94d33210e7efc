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
 */
record PicturePublisher(ByteBuffer head, OutgoingPicture picture, ByteBuffer tail) implements BodyPublisher {
    /** As large as the JDK's own: a socket writes a piece by way of a buffer of that size, kept for each thread. */
    private static final int PIECE = 16_384;

    @Override
    public long contentLength() {
        return (long) head.remaining() + picture.length() + tail.remaining();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        Writing writing;
        try {
            writing = new Writing(subscriber, picture.hold(), picture.bytes());
        } catch (CheckFailedException gone) {
            subscriber.onSubscribe(new Writing(subscriber, 0, null));
            subscriber.onError(gone);
            return;
        }
        subscriber.onSubscribe(writing);
    }

    /** One subscriber's way through the body. What is asked for while a piece is given out is given out after it. */
    private final class Writing implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final int hold;
        private final AtomicLong wanted = new AtomicLong();
        private volatile byte @Nullable [] bytes;
        private int position = -1;

        private Writing(Subscriber<? super ByteBuffer> subscriber, int hold, byte @Nullable [] bytes) {
            this.subscriber = subscriber;
            this.hold = hold;
            this.bytes = bytes;
        }

        @Override
        public void request(long n) {
            if (n <= 0) {
                cancel();
                subscriber.onError(new IllegalArgumentException("a subscriber asked for " + n));
                return;
            }
            long before = wanted.getAndAccumulate(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
            if (before == 0) {
                do {
                    next();
                } while (bytes != null && wanted.decrementAndGet() > 0);
            }
        }

        @Override
        public void cancel() {
            bytes = null;
        }

        private void next() {
            byte[] whole = bytes;
            if (whole == null) {
                return;
            }
            if (position < 0) {
                position = 0;
                subscriber.onNext(head.duplicate());
            } else if (position < whole.length) {
                int length = Math.min(PIECE, whole.length - position);
                ByteBuffer piece =
                        ByteBuffer.wrap(whole, position, length).slice().asReadOnlyBuffer();
                position += length;
                subscriber.onNext(piece);
            } else {
                bytes = null;
                picture.letGo(hold);
                subscriber.onNext(tail.duplicate());
                subscriber.onComplete();
            }
        }
    }
}
