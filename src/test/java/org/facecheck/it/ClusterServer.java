package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What it takes to run several servers of one kind beside each other. */
interface ClusterServer {

    /** The kind that this run of the tests is for. */
    static ClusterServer underTest() {
        return System.getProperty("server").equals("wildfly") ? new WildFlyServer() : new PayaraServer(false, false);
    }

    /** The same, where applications that are distributable share their sessions. */
    static ClusterServer sharingSessions() {
        return System.getProperty("server").equals("wildfly") ? new WildFlyServer() : new PayaraServer(true, false);
    }

    String name();

    /** Every port that it opens, before an offset is added. */
    List<Integer> ports();

    int httpPort();

    /** Puts the configuration of the server of this number into an empty directory; each has an offset of its own. */
    void prepare(Path directory, int number, List<Integer> offsets) throws IOException;

    /** Where applications are put, below the directory. */
    String deployments();

    /** Stays in the foreground; called when the applications are in their place. */
    List<String> command(Path directory, int offset) throws IOException;

    /** What a server logs that has become one of so many. */
    Pattern joined(int members);
}
