package org.facecheck.load.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.facecheck.load.client.Upload.Result;
import org.junit.jupiter.api.Test;

class BurstTest {
    @Test
    void a_refusal_is_no_fast_answer() {
        List<Result> results = new ArrayList<>(Collections.nCopies(97, new Result(201, 1100)));
        results.addAll(Collections.nCopies(2, new Result(503, 1)));
        results.add(new Result(0, Double.POSITIVE_INFINITY));

        Burst burst = Burst.of(results, 2);

        assertEquals(new Burst(97, 2, 1, 2, 1100, Double.POSITIVE_INFINITY), burst);
        assertEquals(100, burst.clients());
    }

    @Test
    void a_line_is_read_as_it_was_written() {
        Burst burst = new Burst(0, 3, 1, 1.25, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        assertEquals(burst, Burst.parse(burst.line()));
    }
}
