package org.facecheck.internal.attempts;

import jakarta.servlet.ServletException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import javax.naming.NamingException;
import org.facecheck.internal.config.AttemptsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The map in which the servers of a cluster count together, as the server has it in JNDI: an Infinispan cache is a {@link
 * ConcurrentMap}, and a Hazelcast instance gives one away. No class of either is needed for that.
 *
 * @param name the JNDI name
 * @param jndi where it is looked up
 */
public record SharedCache(String name, Jndi jndi) {
    /** The map's name in Hazelcast, where one instance has many; an Infinispan cache is named by itself. */
    private static final String MAP = "facecheck.attempts";

    /** Gives what is bound to a name. */
    @FunctionalInterface
    public interface Jndi {
        Object lookup(String name) throws NamingException;
    }

    /**
     * Looks the map up, and tries whether it does what it is needed for.
     *
     * @throws ServletException where it does not; this must stop the deployment, since nothing would be counted
     */
    public ConcurrentMap<String, String> find() throws ServletException {
        try {
            return tried(map(jndi.lookup(name)));
        } catch (NamingException missing) {
            throw problem(
                    "under which the server has nothing for this application. On WildFly, name the cache in a"
                            + " <resource-env-ref> of WEB-INF/jboss-web.xml, which starts it, and write java:comp/env/ and the"
                            + " reference's name; on Payara, enable the data grid, and write payara/Hazelcast",
                    missing);
        } catch (ReflectiveOperationException | RuntimeException broken) {
            throw problem("which fails: " + broken + ". See to the cache, or write another one's name", broken);
        }
    }

    @SuppressWarnings("unchecked") // whatever else it holds is not under our keys
    private ConcurrentMap<String, String> map(Object found) throws ServletException, ReflectiveOperationException {
        Optional<Method> getMap = found instanceof ConcurrentMap ? Optional.empty() : getMap(found);
        Object map = getMap.isPresent() ? getMap.get().invoke(found, MAP) : found;
        if (map instanceof ConcurrentMap) {
            return (ConcurrentMap<String, String>) map;
        }
        throw problem(
                "which is a " + found.getClass().getName()
                        + "; write the name of an Infinispan cache, or of a Hazelcast" + " instance",
                null);
    }

    /** Of a public interface: the class behind it is the server's own, whose methods reflection may not call. */
    private static Optional<Method> getMap(Object instance) {
        return Arrays.stream(instance.getClass().getInterfaces())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equals("getMap")
                        && List.of(method.getParameterTypes()).equals(List.of(String.class)))
                .findFirst();
    }

    /** A cache that replicates asynchronously answers before the other servers agree: parallel attempts would be lost. */
    private ConcurrentMap<String, String> tried(ConcurrentMap<String, String> map) throws ServletException {
        String key = "facecheck trial " + UUID.randomUUID();
        try {
            if (map.putIfAbsent(key, "0 0") == null
                    && map.replace(key, "0 0", "0 1")
                    && !map.replace(key, "0 0", "0 2")
                    && "0 1".equals(map.get(key))) {
                return map;
            }
        } finally {
            map.remove(key);
        }
        throw problem("which loses what is written at the same time; make it a synchronous cache", null);
    }

    /** Logs it as well: not every container shows an operator the message that stopped a deployment. */
    private ServletException problem(String what, @Nullable Exception cause) {
        String message = "%s is \"%s\", %s.".formatted(AttemptsConfig.CACHE_KEY, name, what);
        System.getLogger("org.facecheck").log(System.Logger.Level.ERROR, message);
        return new ServletException(message, cause);
    }
}
