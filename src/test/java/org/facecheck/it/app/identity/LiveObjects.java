package org.facecheck.it.app.identity;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of each class can be reached, as the JVM itself counts them, after a whole collection. */
final class LiveObjects {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    private final Map<String, Long> counts = new TreeMap<>();

    private LiveObjects() {}

    static LiveObjects count() {
        LiveObjects live = new LiveObjects();
        histogram()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> live.counts.merge(line.group(2), Long.valueOf(line.group(1)), Long::sum));
        return live;
    }

    /** By its name, since WildFly does not show the JDK's own classes to an application. */
    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException refused) {
            throw new IllegalStateException(refused);
        }
    }

    long of(Class<?> type) {
        return counts.getOrDefault(type.getName(), 0L);
    }

    /** The classes of which there are so many more than before. */
    Map<String, Long> grownBy(long atLeast, LiveObjects before) {
        Map<String, Long> grown = new TreeMap<>();
        counts.forEach((type, now) -> {
            long more = now - before.counts.getOrDefault(type, 0L);
            if (more >= atLeast) {
                grown.put(type, more);
            }
        });
        return grown;
    }
}
