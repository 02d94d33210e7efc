package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facecheck.it.Browser.Reply;
import org.facecheck.it.Registry.Ending;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hundred checks with every ending, and what is left of them: nothing in any file, and in the server's heap only what the
 * sessions may hold, and what the next check needs.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PrivacyIT {
    private static final Random RANDOM = new Random();
    private static final Registry REGISTRY = new Registry(RANDOM);
    private static final String SECRET = Applicant.letters(RANDOM, 'a', 40);
    private static final String SELFIE = "selfie of ";
    private static final int ROUNDS = 5;
    private static final int COLLECTIONS = 5;

    /** As many threads as either server has for requests, and more than either keeps of one in a buffer. */
    private static final int BUSY_THREADS = 40;

    private static final int BUSY_BYTES = 200_000;

    @ArquillianResource
    Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("heap")
    private URI heap;

    private final Traces traces = new Traces();
    private final Set<String> kept = new TreeSet<>();
    private final List<Browser> browsers = new ArrayList<>();

    @Deployment(name = "heap", testable = false)
    static WebArchive heap() {
        return ShrinkWrap.create(WebArchive.class, "heap.war").addClass("org.facecheck.it.app.HeapServlet");
    }

    @Deployment(name = "private", managed = false, testable = false)
    static WebArchive war() {
        return TestWar.named("private")
                .with("facecheck.service.base-url", REGISTRY.baseUrl())
                .with("facecheck.service.client-secret", SECRET)
                .with("facecheck.service.circuit-failures", "1000")
                .with("facecheck.service.timeout", "PT6S")
                .with("facecheck.attempts.max-per-address", "1000")
                .build();
    }

    @AfterAll
    static void stop() {
        REGISTRY.close();
    }

    @Test
    void of_a_hundred_checks_nothing_is_left_but_what_sessions_may_hold() {
        Instant begin = Instant.now().minusSeconds(2);
        keepThreadsBusy();
        deployer.deploy("private");
        URI application = heap.resolve("/private/");
        List<Runnable> late = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Ending ending : Ending.values()) {
                for (Way way : Way.values()) {
                    Applicant applicant = applicant(ending + " " + way + " " + round, ending);
                    Runnable check = check(application, ending, way, ending + " " + way + " " + round);
                    if (ending == Ending.LATE) {
                        late.add(check);
                    } else {
                        REGISTRY.answers(applicant, ending);
                        check.run();
                    }
                }
            }
        }
        REGISTRY.answers(applicant("late", Ending.LATE), Ending.LATE);
        atOnce(late);
        List<String> tokens = REGISTRY.tokens();
        String lastToken = "token " + (tokens.size() - 1);
        IntStream.range(0, tokens.size()).forEach(i -> traces.text("token " + i, tokens.get(i)));
        traces.text("secret", SECRET);
        assertThat(inFilesSince(begin)).isEmpty();

        // What the next check needs is there, and shows that the search sees the heap.
        Set<String> expected = new TreeSet<>(kept);
        expected.addAll(Set.of("secret", lastToken));
        Set<String> found = inHeap("with-sessions", left -> expected.containsAll(besideBuffers(left)));
        assertThat(besideBuffers(found)).isEqualTo(expected);

        browsers.forEach(browser -> browser.open("open/dispatch?how=end"));
        assertThat(inHeap("without-sessions", left -> left.size() <= 2)).containsExactlyInAnyOrder("secret", lastToken);

        deployer.undeploy("private");
        assertThat(inHeap("without-application", Set::isEmpty)).isEmpty();
        assertThat(inFilesSince(begin)).isEmpty();
    }

    /** How a picture is sent. */
    private enum Way {
        FORM,
        BODY
    }

    private Applicant applicant(String name, Ending ending) {
        Applicant applicant = Applicant.random(RANDOM);
        applicant.neverKept().forEach(text -> traces.text("record of " + name, text));
        applicant.kept().forEach((field, text) -> {
            traces.text(field + " of " + name, text);
            if (ending.passes()) {
                kept.add(field + " of " + name);
            }
        });
        return applicant;
    }

    /** One check, to be run, with a picture of its own. */
    private Runnable check(URI application, Ending ending, Way way, String name) {
        String format = RANDOM.nextBoolean() ? "jpeg" : "png";
        byte[] selfie = Selfies.noise(RANDOM, format);
        traces.picture(SELFIE + name, selfie);
        Browser browser = new Browser(application);
        browsers.add(browser);
        return () -> {
            browser.open("secure/page");
            String token = browser.open("facecheck").token();
            Reply reply = way == Way.FORM
                    ? browser.submit(token, selfie)
                    : browser.submitRaw(token, selfie, "image/" + format);
            assertThat(reply.status()).as(name).isEqualTo(ending.passes() && way == Way.BODY ? 201 : ending.status());
        };
    }

    private static void atOnce(List<Runnable> work) {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            work.stream()
                    .map(one -> CompletableFuture.runAsync(one, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What deployers write into a configuration, stays there. */
    private List<String> inFilesSince(Instant begin) {
        return ChangedFiles.since(begin).stream()
                .filter(file -> !file.endsWith("microprofile-config.properties")
                        && !file.toString().endsWith(".war"))
                .flatMap(file -> traces.in(file).stream().map(found -> found + " in " + file))
                .toList();
    }

    /** Looks again while something is still being tidied up. */
    private SortedSet<String> inHeap(String when, Predicate<Set<String>> expected) {
        SortedSet<String> found = inHeap(when);
        for (int i = 1; i < COLLECTIONS && !expected.test(found); i++) {
            found = inHeap(when);
        }
        return found;
    }

    /**
     * Payara's sessions refer to the request object that began them, and that one to the server's own buffer with what was
     * read last by it, for whomever; that goes with the sessions.
     */
    private static Set<String> besideBuffers(Set<String> found) {
        return found.stream()
                .filter(what -> !what.startsWith(SELFIE)
                        || !System.getProperty("server").equals("payara"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<String> inHeap(String when) {
        keepThreadsBusy();
        try {
            Path dump = Path.of(System.getProperty("facecheck.jar"))
                    .resolveSibling("heap")
                    .resolve(System.getProperty("server") + "-" + when + ".hprof");
            Files.createDirectories(dump.getParent());
            Files.deleteIfExists(dump);
            assertThat(new Browser(heap)
                            .open("open/heap?file=" + URLEncoder.encode(dump.toString(), StandardCharsets.UTF_8))
                            .text())
                    .contains("DUMPED");
            return traces.in(dump);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A thread that waits for work may still refer to its last one, and has that one's bytes in its own buffers. One of
     * WildFly's refers to its very first for good, which must not be one of those that are looked for.
     */
    private void keepThreadsBusy() {
        atOnce(IntStream.range(0, BUSY_THREADS)
                .<Runnable>mapToObj(i -> () -> assertThat(new Browser(heap)
                                .submitTo("open/heap", new byte[BUSY_BYTES])
                                .text())
                        .contains("" + BUSY_BYTES))
                .toList());
    }
}
