package org.facecheck.internal.faceki.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.IntStream;
import org.facecheck.Selfie;
import org.junit.jupiter.api.Test;

class PicturePublisherTest {
    private static final int SOME_PIECES = 50_000;

    private final List<Object> signals = new ArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Subscription subscription;

    /** Asks for one piece after the other, as the JDK's client does, or only when the test does. */
    private Subscriber<ByteBuffer> subscriber(boolean eager) {
        return new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription given) {
                subscription = given;
                if (eager) {
                    given.request(1);
                }
            }

            @Override
            public void onNext(ByteBuffer piece) {
                byte[] bytes = new byte[piece.remaining()];
                piece.get(bytes);
                received.writeBytes(bytes);
                signals.add(bytes.length);
                if (eager) {
                    subscription.request(1);
                }
            }

            @Override
            public void onError(Throwable failure) {
                signals.add(failure.getClass());
            }

            @Override
            public void onComplete() {
                signals.add("complete");
            }
        };
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (i * 31));
        return bytes;
    }

    private static OutgoingPicture picture(byte[] bytes) {
        return new OutgoingPicture(new Selfie(bytes, Selfie.Format.JPEG, 640, 480), null, moment -> {});
    }

    private static PicturePublisher publisher(OutgoingPicture picture) {
        return new PicturePublisher(
                new PicturePublisher.Frame() {
                    @Override
                    public ByteBuffer head() {
                        return US_ASCII.encode("head");
                    }

                    @Override
                    public ByteBuffer tail() {
                        return US_ASCII.encode("tail");
                    }
                },
                picture);
    }

    @Test
    void everything_arrives_in_order_and_as_long_as_announced() {
        byte[] bytes = bytes(SOME_PIECES);
        PicturePublisher publisher = publisher(picture(bytes));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes("head".getBytes(US_ASCII));
        expected.writeBytes(bytes);
        expected.writeBytes("tail".getBytes(US_ASCII));

        publisher.subscribe(subscriber(true));

        assertThat(received.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(publisher.contentLength()).isEqualTo(expected.size());
        assertThat(signals).containsExactly(4, 16_384, 16_384, 16_384, 848, 4, "complete");
    }

    @Test
    void no_more_is_given_out_than_was_asked_for() {
        publisher(picture(bytes(SOME_PIECES))).subscribe(subscriber(false));

        assertThat(signals).isEmpty();
        subscription.request(2);
        assertThat(signals).containsExactly(4, 16_384);
        subscription.request(Long.MAX_VALUE);
        subscription.request(Long.MAX_VALUE);
        assertThat(signals).hasSize(7).endsWith("complete");
    }

    @Test
    void nothing_comes_after_a_cancellation() {
        publisher(picture(bytes(SOME_PIECES))).subscribe(subscriber(false));
        subscription.request(1);

        subscription.cancel();
        subscription.request(5);

        assertThat(signals).containsExactly(4);
    }

    @Test
    void who_asks_for_nothing_is_told_so() {
        publisher(picture(bytes(10))).subscribe(subscriber(false));

        subscription.request(0);

        assertThat(signals).containsExactly(IllegalArgumentException.class);
    }

    @Test
    void a_second_subscriber_gets_the_same_while_the_picture_is_there() {
        byte[] bytes = bytes(10);
        PicturePublisher publisher = publisher(picture(bytes));
        publisher.subscribe(subscriber(true));
        publisher.subscribe(subscriber(true));

        assertThat(signals).containsExactly(4, 10, 4, "complete", 4, 10, 4, "complete");
        assertThat(bytes).hasSize(10);
    }

    @Test
    void a_picture_that_was_written_goes_after_a_moment_and_the_next_subscriber_is_told_so() {
        OutgoingPicture picture =
                new OutgoingPicture(new Selfie(bytes(10), Selfie.Format.JPEG, 640, 480), null, Runnable::run);
        PicturePublisher publisher = publisher(picture);
        publisher.subscribe(subscriber(true));
        signals.clear();

        publisher.subscribe(subscriber(true));

        assertThat(signals).containsExactly(CheckFailedException.class);
    }

    @Test
    void a_picture_that_waits_for_its_turn_is_held() {
        OutgoingPicture picture = picture(bytes(SOME_PIECES));
        WeakReference<byte[]> trace = new WeakReference<>(picture.bytes());
        picture.retain();

        System.gc();

        assertThat(trace.get()).isNotNull();
        assertThat(picture.length()).isEqualTo(SOME_PIECES);
    }
}
