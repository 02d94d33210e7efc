package org.facecheck.fake;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a logger is told from now on, in place of whoever would print it. */
public final class LogLines extends Handler {
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** Listens to the logger with this name until it is closed. */
    public static LogLines of(String name) {
        letThrough();
        Logger logger = Logger.getLogger(name);
        LogLines lines = new LogLines(logger);
        logger.setUseParentHandlers(false);
        logger.addHandler(lines);
        return lines;
    }

    /** A test library of WildFly's queues what is logged until its server starts, which never happens here. */
    private static void letThrough() {
        Class<?> finder = System.LoggerFinder.getLoggerFinder().getClass();
        if (finder.getName().startsWith("org.jboss.modules.")) {
            try {
                Method activate = finder.getDeclaredMethod("activate", ClassLoader.class);
                activate.setAccessible(true);
                activate.invoke(null, LogLines.class.getClassLoader());
            } catch (ReflectiveOperationException changed) {
                throw new AssertionError(changed);
            }
        }
    }

    /** What was logged so far, by lines that hand over nothing of an application's: a handler may keep them after its end. */
    public List<LogRecord> lines() {
        lines.stream()
                .map(LogRecord::getParameters)
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .filter(given -> !isOfTheJdk(given))
                .forEach(given -> {
                    throw new AssertionError("a line hands over an object of " + given.getClass());
                });
        return lines;
    }

    private static boolean isOfTheJdk(@Nullable Object given) {
        return given == null
                || (given instanceof Collection<?> many
                        ? many.stream().allMatch(LogLines::isOfTheJdk)
                        : given.getClass().getClassLoader() == null && !(given instanceof Class));
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
