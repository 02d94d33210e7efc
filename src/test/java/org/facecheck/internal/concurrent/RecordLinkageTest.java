package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordLinkageTest {

    /** That a class loader goes is seen on the servers, by UndeployIT; here, that this JDK takes the call. */
    @Test
    void lets_the_jdk_remember_a_class_of_its_own() {
        assertThat(RecordLinkage.forgetApplication()).isTrue();
    }
}
