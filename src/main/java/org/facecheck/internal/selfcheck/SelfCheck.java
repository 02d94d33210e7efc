package org.facecheck.internal.selfcheck;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.facecheck.internal.selfcheck.request.Address;
import org.facecheck.internal.selfcheck.request.RawHttpClient;

/**
 * The command: {@code java -jar facecheck-self-check.jar http://127.0.0.1:8080/intranet /payroll/index.jsp admin=/admin/}. It
 * must not be run against an application in use: where something is open, what is sent reaches the application.
 *
 * @param out where verdicts go
 * @param err where complaints about the command itself go
 */
public record SelfCheck(PrintStream out, PrintStream err) {
    /** Everything that was asked for is closed. */
    public static final int CLOSED = 0;

    /** Something is open. */
    public static final int OPEN = 1;

    /** Nothing was found open, but not everything could be judged; or the command is wrong. */
    public static final int UNCLEAR = 2;

    /** Servers may leave a request that they don't understand without any response; each such one takes this long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Exits with {@value #CLOSED}, {@value #OPEN} or {@value #UNCLEAR}. */
    public static void main(String[] arguments) {
        System.exit(new SelfCheck(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        CommandLine commandLine;
        try {
            commandLine = CommandLine.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(CommandLine.USAGE);
            return UNCLEAR;
        }
        out.println("Self-check of " + commandLine.site() + ", as somebody without a face check");
        Inspection inspection = new Inspection(commandLine.site(), new RawHttpClient(commandLine.site(), TIMEOUT));
        List<Finding> findings = new ArrayList<>();
        for (Address address : commandLine.addresses()) {
            Finding finding = inspection.inspect(address);
            finding.lines().forEach(out::println); // at once: one address may take minutes
            findings.add(finding);
        }
        Summary summary = Summary.of(findings);
        summary.lines().forEach(out::println);
        return summary.exitCode();
    }
}
