package org.facecheck.internal.selfcheck;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.facecheck.internal.selfcheck.request.Address;
import org.facecheck.internal.selfcheck.request.Site;

/**
 * What the command line asks for: one application, since rules belong to one.
 *
 * @param site where the application is
 * @param addresses at least one
 */
record CommandLine(Site site, List<Address> addresses) {
    static final String USAGE = """
            Usage: java -jar facecheck-self-check.jar <application> <address>...
              <application>  where it is deployed, with its context path: http://127.0.0.1:8080/intranet
              <address>      of something protected, below that: /payroll/index.jsp; or, for a verdict on a rule,
                             with the rule's name: payroll=/payroll/index.jsp
            Exit code: 0 all closed, 1 something is open, 2 something could not be judged.
            Not for an application in use: where something is open, what is sent reaches the application.""";

    CommandLine {
        addresses = List.copyOf(addresses);
    }

    /**
     * Parses the arguments.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static CommandLine parse(String... arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("The application and at least one protected address are needed.");
        }
        return new CommandLine(
                Site.of(uri(arguments[0])),
                Arrays.stream(arguments).skip(1).map(Address::parse).toList());
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("\"" + text + "\" is no URL.", wrong);
        }
    }
}
