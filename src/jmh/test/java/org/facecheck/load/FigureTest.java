package org.facecheck.load;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.facecheck.load.MemoryFigure.Round;
import org.facecheck.load.ResponseTimeProbe.ResponseTimes;
import org.facecheck.load.SlowSendersFigure.Beside;
import org.facecheck.load.client.Burst;
import org.facecheck.load.server.Server.Usage;
import org.junit.jupiter.api.Test;

/** A figure that can't be right fails the run, with a sentence that says what was wrong. */
class FigureTest {
    private static final long BASE = 100_000_000;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void thirteen_kib_for_each_check_are_kept() {
        assertDoesNotThrow(memory(round(13 * 1024, 1000, 0, 1000))::requirePlausible);
    }

    @Test
    void memory_is_the_median_of_the_rounds() {
        MemoryFigure figure = memory(
                round(12 * 1024, 1000, 0, 1000), round(19 * 1024, 1000, 0, 1000), round(13 * 1024, 1000, 0, 1000));

        assertEquals(13, figure.kibEach(), 0.01);
    }

    /** What was once printed for WildFly as "0 KiB". */
    @Test
    void nothing_held_is_refused() {
        refused(memory(round(300, 1000, 0, 1000)), "0.3 KiB of heap for each waiting check");
    }

    @Test
    void less_than_nothing_held_is_refused() {
        refused(memory(round(-1500, 1000, 0, 1000)), "-1.5 KiB of heap for each waiting check");
    }

    @Test
    void more_than_ten_pictures_held_are_refused() {
        refused(memory(round(1_200_000, 1000, 0, 1000)), "at most 1000 can be right");
    }

    @Test
    void fewer_waiting_checks_are_refused() {
        refused(memory(round(13 * 1024, 998, 0, 1000)), "1000 checks were to wait, but 998 did");
    }

    @Test
    void checks_that_did_not_pass_are_refused() {
        refused(memory(round(13 * 1024, 1000, 0, 10)), "and 10 passed");
    }

    @Test
    void a_heap_that_shrank_meanwhile_is_refused() {
        refused(memory(round(13 * 1024, 1000, -20 * 1024, 1000)), "by 20.0 KiB a check");
    }

    @Test
    void rounds_that_disagree_are_refused() {
        MemoryFigure figure = memory(
                round(5 * 1024, 1000, 0, 1000), round(13 * 1024, 1000, 0, 1000), round(40 * 1024, 1000, 0, 1000));

        refused(figure, "they gave 5.0 to 40.0 KiB");
    }

    @Test
    void a_throughput_of_nobody_is_refused() {
        refused(throughput(new Burst(0, 10, 0, 2, NEVER, NEVER), 1, 9), "nobody was checked");
    }

    @Test
    void a_burst_without_some_of_its_people_is_refused() {
        refused(throughput(new Burst(9, 0, 0, 2, 1100, 1200), 1, 9), "9 clients were counted");
    }

    @Test
    void a_check_faster_than_its_service_is_refused() {
        refused(throughput(new Burst(10, 0, 0, 0.4, 300, 390), 1, 9), "answered within 0.40 s");
    }

    @Test
    void a_page_that_never_came_is_refused() {
        refused(throughput(new Burst(10, 0, 0, 2, 1100, 1200), NEVER, 9), "the other page took Infinity ms");
    }

    @Test
    void an_ordinary_throughput_is_kept() {
        assertDoesNotThrow(throughput(new Burst(10, 0, 0, 2, 1100, 1200), 1, 9)::requirePlausible);
    }

    @Test
    void a_deployment_that_gets_faster_by_facecheck_is_refused() {
        refused(new DeploymentFigure("wildfly", 106, 99), "with Facecheck in it took 99 ms");
        refused(new DeploymentFigure("wildfly", 0, 99), "took 0 ms to deploy");
        assertDoesNotThrow(new DeploymentFigure("wildfly", 106, 222)::requirePlausible);
    }

    @Test
    void slow_senders_that_did_not_begin_are_refused() {
        refused(
                slow(quick(200, 1100), new Beside(quick(200, 1200), 1999, 0)),
                "2000 slow senders were to begin, and 1999");
    }

    @Test
    void quick_ones_that_fail_alone_are_nothing_to_compare_with() {
        refused(slow(quick(199, 1100), new Beside(quick(200, 1200), 2000, 0)), "99.5 % of the quick ones");
    }

    @Test
    void an_answer_before_the_service_gave_one_is_refused() {
        refused(slow(quick(200, 1100), new Beside(quick(200, 30), 2000, 0)), "30 ms beside slow senders");
    }

    /** A bad result is still a result. */
    @Test
    void quick_ones_that_are_locked_out_are_reported() {
        SlowSendersFigure figure = slow(quick(200, 1100), new Beside(quick(0, NEVER), 2000, 1900));

        assertDoesNotThrow(figure::requirePlausible);
        assertTrue(figure.text().contains("0.0 % checked, p99 never"), figure.text());
        assertEquals(NEVER, figure.fields().get("besideP99Millis"));
    }

    private static void refused(Figure figure, String part) {
        String message = assertThrows(ImplausibleFigureException.class, figure::requirePlausible)
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static Round round(long bytesEach, int waiting, long driftEach, int checked) {
        return new Round(BASE, new Usage(BASE + bytesEach * 1000, 80), waiting, BASE + driftEach * 1000, checked);
    }

    private static MemoryFigure memory(Round... rounds) {
        return new MemoryFigure("wildfly", "facecheck", 1000, List.of(rounds));
    }

    private static ThroughputFigure throughput(Burst burst, double pageMillis, double idleP99) {
        return new ThroughputFigure(
                "undertow",
                "facecheck",
                new Throughput.Scenario(10, Duration.ZERO, 1),
                burst,
                new ResponseTimes(Collections.nCopies(100, pageMillis)),
                idleP99);
    }

    private static Burst quick(int checked, double p99) {
        return new Burst(checked, 0, 200 - checked, 1.5, 1050, p99);
    }

    private static SlowSendersFigure slow(Burst alone, Beside beside) {
        return new SlowSendersFigure("wildfly", 200, 2000, List.of(alone), List.of(beside));
    }
}
