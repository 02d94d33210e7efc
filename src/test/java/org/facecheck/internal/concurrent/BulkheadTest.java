package org.facecheck.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.facecheck.internal.concurrent.Bulkhead.Permit;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead(2);

    @Test
    void there_are_no_more_permits_than_allowed() {
        assertThat(bulkhead.tryAcquire()).isPresent();
        assertThat(bulkhead.tryAcquire()).isPresent();

        assertThat(bulkhead.tryAcquire()).isEmpty();
    }

    @Test
    void a_permit_that_is_closed_is_there_for_the_next_one() {
        Permit permit = bulkhead.tryAcquire().orElseThrow();
        bulkhead.tryAcquire();

        permit.close();

        assertThat(bulkhead.tryAcquire()).isPresent();
    }

    @Test
    void closing_it_twice_is_closing_it_once() {
        Permit permit = bulkhead.tryAcquire().orElseThrow();
        bulkhead.tryAcquire();

        permit.close();
        permit.close();

        assertThat(bulkhead.tryAcquire()).isPresent();
        assertThat(bulkhead.tryAcquire()).isEmpty();
    }
}
