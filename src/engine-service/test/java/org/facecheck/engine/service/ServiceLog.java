package org.facecheck.engine.service;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the engine logs until this is closed, as an operator reads it. */
final class ServiceLog extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("org.facecheck.engine");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private ServiceLog() {}

    static ServiceLog listen() throws ReflectiveOperationException {
        letThrough();
        ServiceLog log = new ServiceLog();
        LOGGER.addHandler(log);
        return log;
    }

    /** A test library of WildFly's queues what is logged until its server starts, which never happens here. */
    private static void letThrough() throws ReflectiveOperationException {
        Class<?> finder = System.LoggerFinder.getLoggerFinder().getClass();
        if (finder.getName().startsWith("org.jboss.modules.")) {
            Method activate = finder.getDeclaredMethod("activate", ClassLoader.class);
            activate.setAccessible(true);
            activate.invoke(null, ServiceLog.class.getClassLoader());
        }
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
