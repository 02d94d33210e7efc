package org.facecheck.it;

import java.util.List;

/**
 * A row of the table of servers in the documents, which says what works on each. The tests take it at its word, and try every cell
 * of it.
 *
 * @param name as {@link Server#name} is
 * @param jdk the JDK's version
 * @param cells what stands in the columns of {@link Feature}, in their order
 */
record ServerRow(String name, int jdk, List<String> cells) {
    private static final int NAMES = 2;

    /** What differs among servers, a column each. */
    enum Feature {
        JAR_ALONE("jar alone"),
        JSP("identity in JSP"),
        FACES("Faces page"),
        CDI("`@Inject`"),
        ORDERING("silent ordering stopped");

        private final String title;

        Feature(String title) {
            this.title = title;
        }
    }

    static ServerRow of(String line) {
        List<String> cells = cells(line);
        return new ServerRow(cells.get(0), Integer.parseInt(cells.get(1)), cells.subList(NAMES, cells.size()));
    }

    static String titles() {
        StringBuilder titles = new StringBuilder("| server | Java |");
        for (Feature feature : Feature.values()) {
            titles.append(' ').append(feature.title).append(" |");
        }
        return titles.toString();
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(2, line.length() - 2).split(" \\| "));
    }

    Server server() {
        return Server.all().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("the documents have a row for " + name + ", which is not tested"));
    }

    boolean has(Feature feature) {
        return switch (cells.get(feature.ordinal())) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new AssertionError("neither yes nor no: " + this);
        };
    }

    @Override
    public String toString() {
        return name + " on Java " + jdk;
    }
}
