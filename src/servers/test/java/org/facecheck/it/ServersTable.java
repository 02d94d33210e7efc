package org.facecheck.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table of servers in the documents. */
final class ServersTable {
    private ServersTable() {}

    /** All rows, or with {@code -Dserver=Tomcat} those that begin so. */
    static List<ServerRow> rows() throws IOException {
        String wanted = System.getProperty("server", "");
        Path page = Path.of(System.getProperty("documents")).resolve("servers.md");
        return Files.readAllLines(page).stream()
                .dropWhile(line -> !line.equals(ServerRow.titles()))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(ServerRow::of)
                .filter(row -> row.name().startsWith(wanted))
                .toList();
    }
}
