package org.facecheck.internal.faceki.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.facecheck.Selfie;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutgoingPictureTest {

    /** What is to be done after a moment. */
    private final List<Runnable> later = new ArrayList<>();

    private final OutgoingPicture picture =
            new OutgoingPicture(new Selfie(new byte[] {1, 2, 3}, Selfie.Format.JPEG, 640, 480), null, later::add);

    private void aMomentPasses() {
        later.forEach(Runnable::run);
        later.clear();
    }

    private void isGone() {
        assertThatThrownBy(picture::retain).isInstanceOf(CheckFailedException.class);
    }

    @Test
    void it_is_there_for_as_long_as_it_is_being_written() {
        picture.retain();
        aMomentPasses();

        assertThat(picture.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void once_written_it_can_be_sent_again_for_a_moment() {
        picture.release(picture.retain());

        assertThat(picture.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void then_it_is_gone_and_may_be_forgotten_by_all() {
        WeakReference<byte[]> trace = new WeakReference<>(picture.bytes());
        picture.release(picture.retain());
        aMomentPasses();
        System.gc();

        assertThat(trace.get()).isNull();
        assertThat(picture.length()).isEqualTo(3);
        isGone();
    }

    @Test
    void it_stays_while_it_is_being_sent_again() {
        picture.release(picture.retain());
        int again = picture.retain();
        aMomentPasses();
        assertThat(picture.bytes()).containsExactly(1, 2, 3);

        picture.release(again);
        aMomentPasses();
        isGone();
    }

    /** A gateway may refuse a token before it has read the picture. */
    @Test
    void it_stays_for_the_second_sending_though_the_first_ends_after_that_began() {
        int first = picture.retain();
        picture.retain();

        picture.release(first);
        aMomentPasses();

        assertThat(picture.bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void it_is_gone_at_once_when_the_check_is_over() {
        picture.release(picture.retain());
        picture.clear();

        isGone();
    }
}
