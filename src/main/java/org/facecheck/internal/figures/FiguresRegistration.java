package org.facecheck.internal.figures;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/**
 * One application's figures in the server's JMX. They help operators and protect nothing: where a server does not take them, the
 * application runs without.
 */
public final class FiguresRegistration implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("org.facecheck");
    /** Two deployments may have one context path for a while, as when a new version starts before the old one ends. */
    private static final int MAX_INSTANCES = 10;

    private final MBeanServer server;
    private volatile @Nullable ObjectName name;

    private FiguresRegistration(MBeanServer server) {
        this.server = server;
    }

    /**
     * Registers figures.
     *
     * @param host the virtual host's name: each may have an application of the same path
     */
    public static FiguresRegistration of(FaceCheckMXBean figures, String host) {
        return of(figures, host, ManagementFactory.getPlatformMBeanServer());
    }

    static FiguresRegistration of(FaceCheckMXBean figures, String host, MBeanServer server) {
        FiguresRegistration made = new FiguresRegistration(server);
        try {
            made.register(figures, host);
        } catch (JMException | RuntimeException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Facecheck''s figures of {0} are not in JMX: {1}",
                    figures.getApplication(),
                    refused.toString());
        }
        return made;
    }

    private void register(FaceCheckMXBean figures, String host) throws JMException {
        // By its interface, so that the class need not be named after it (JMX 1.4, section 2.2.1.4).
        StandardMBean bean = new StandardMBean(figures, FaceCheckMXBean.class, true);
        for (int instance = 1; name == null; instance++) {
            ObjectName free = name(figures.getApplication(), host, instance);
            try {
                server.registerMBean(bean, free);
                name = free;
            } catch (InstanceAlreadyExistsException taken) {
                if (instance == MAX_INSTANCES) {
                    throw taken;
                }
            }
        }
    }

    private static ObjectName name(String application, String host, int instance) throws JMException {
        return new ObjectName("org.facecheck:type=FaceCheck,host=%s,application=%s%s"
                .formatted(
                        ObjectName.quote(host),
                        ObjectName.quote(application),
                        instance == 1 ? "" : ",instance=" + instance));
    }

    /** Takes the figures out again, so that the server does not hold on to an application that has gone. */
    @Override
    public void close() {
        ObjectName registered = name;
        if (registered == null) {
            return;
        }
        name = null;
        try {
            server.unregisterMBean(registered);
        } catch (JMException | RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "figures had been taken out before");
        }
    }
}
