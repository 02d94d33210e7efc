package org.facecheck.bench;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.facecheck.FaceCaller;
import org.facecheck.KycIdentity;
import org.facecheck.internal.challenge.Challenge;
import org.facecheck.internal.config.Rule;
import org.facecheck.internal.guard.TargetGuardFilter;
import org.facecheck.internal.rule.FaceCheckFilter;
import org.facecheck.internal.rule.RuleGuard;
import org.facecheck.internal.session.Pass;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures what each filter takes to let a request through whose session is good. The letters order the table: the hand-written
 * filter first, since the others are divided by it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PassThrough {
    private static final String PAGE = "/payroll/2026/november/statement-of-earnings-number-017.html";

    /** The defaults of the short form. */
    private static final Rule RULE =
            new Rule(Rule.SHORT_FORM, List.of("/payroll/*"), List.of(), List.of(), Duration.ofMinutes(30), false, null);

    private final BenchContext context = new BenchContext(Map.of());
    private final BenchSession session = new BenchSession(context);
    private final BenchRequest request = new BenchRequest(context, session, PAGE);
    private final BenchResponse response = new BenchResponse();

    private final Filter handWritten = new HandWritten();
    private final FaceCheckFilter faceCheck = new FaceCheckFilter(
            new RuleGuard(RULE, new Challenge("/facecheck", 65_536), Clock.system(ZoneId.systemDefault())));
    private final FaceCheckFilter faceLogin = new FaceCheckFilter(
            new RuleGuard(RULE, new Challenge("/facecheck", 65_536), Clock.system(ZoneId.systemDefault()), true));
    private final TargetGuardFilter targetGuard = new TargetGuardFilter();
    private Filter springSecurity;
    private Filter pac4j;
    private Filter shiro;

    private long reached;
    private final FilterChain page = (request, response) -> reached++;
    private final FilterChain behindTheGuard = (request, response) -> faceCheck.doFilter(request, response, page);

    /** Makes the session good for each filter, and makes sure that each lets the request through. */
    @Setup
    public void logIn() throws IOException, ServletException {
        long now = System.currentTimeMillis();
        session.setAttribute(HandWritten.ATTRIBUTE, new HandWritten.Verified("alice", now));
        session.setAttribute(
                KycIdentity.SESSION_ATTRIBUTE,
                new Pass(
                        new KycIdentity("record", Map.of("fullName", "ALICE")),
                        now,
                        "",
                        session.getId(),
                        null,
                        null,
                        false,
                        new FaceCaller("alice", Set.of("employee"))));
        springSecurity = Competitors.springSecurity(session);
        pac4j = Competitors.pac4j(session, context);
        shiro = Competitors.shiro(session, context);
        for (Filter filter : List.of(handWritten, faceCheck, faceLogin, targetGuard, springSecurity, pac4j, shiro)) {
            long before = reached;
            filter.doFilter(request, response, page);
            if (reached == before) {
                throw new IllegalStateException("a filter that refuses the request is no comparison: " + filter);
            }
        }
    }

    @Benchmark
    public long a_hand_written() throws IOException, ServletException {
        handWritten.doFilter(request, response, page);
        return reached;
    }

    @Benchmark
    public long b_facecheck() throws IOException, ServletException {
        faceCheck.doFilter(request, response, page);
        return reached;
    }

    @Benchmark
    public long c_target_guard() throws IOException, ServletException {
        targetGuard.doFilter(request, response, page);
        return reached;
    }

    @Benchmark
    public long d_target_guard_and_facecheck() throws IOException, ServletException {
        targetGuard.doFilter(request, response, behindTheGuard);
        return reached;
    }

    @Benchmark
    public long e_spring_security() throws IOException, ServletException {
        springSecurity.doFilter(request, response, page);
        return reached;
    }

    @Benchmark
    public long f_pac4j() throws IOException, ServletException {
        pac4j.doFilter(request, response, page);
        return reached;
    }

    @Benchmark
    public long g_shiro() throws IOException, ServletException {
        shiro.doFilter(request, response, page);
        return reached;
    }

    /** Where the face is the login, and the application sees the person as the request's principal. */
    @Benchmark
    public long h_facecheck_as_the_login() throws IOException, ServletException {
        faceLogin.doFilter(request, response, page);
        return reached;
    }
}
