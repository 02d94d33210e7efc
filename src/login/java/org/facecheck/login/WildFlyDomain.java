package org.facecheck.login;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The application security domain of an application on WildFly, as the server's management model shows it by JMX. By its default,
 * {@code integrated-jaspi=true}, Elytron looks each caller up in a realm of the server's, and answers 500 ({@code ELY01177}) for one
 * whom it has not; people whom the face logs in are in no such realm.
 *
 * @param name the domain's
 * @param integrated the value of {@code integrated-jaspi}; {@code null} where the server has no such domain
 */
record WildFlyDomain(String name, @Nullable Boolean integrated) {
    private static final String UNDERTOW = "jboss.as:subsystem=undertow";
    /** Where nothing else is said, in WildFly's own configurations. */
    private static final String DEFAULT = "other";

    /** The application's domain; empty on any other server, and where the server does not show its model. */
    static Optional<WildFlyDomain> of(ServletContext context, MBeanServer server) {
        try {
            ObjectName undertow = new ObjectName(UNDERTOW);
            if (!server.isRegistered(undertow)) {
                return Optional.empty();
            }
            String name = ownDomain(context)
                    .or(() ->
                            attribute(server, undertow, "defaultSecurityDomain").map(Object::toString))
                    .orElse(DEFAULT);
            ObjectName domain = new ObjectName(UNDERTOW + ",application-security-domain=" + ObjectName.quote(name));
            ObjectName plain = new ObjectName(UNDERTOW + ",application-security-domain=" + name);
            ObjectName known = server.isRegistered(plain) ? plain : domain;
            Boolean integrated = server.isRegistered(known)
                    ? attribute(server, known, "integratedJaspi")
                            .map(Object::toString)
                            .map(Boolean::valueOf)
                            .orElse(Boolean.TRUE)
                    : null;
            return Optional.of(new WildFlyDomain(name, integrated));
        } catch (JMException unusable) {
            return Optional.empty();
        }
    }

    /** What keeps people from logging in, and the line of the CLI that mends it. */
    Optional<String> problem() {
        if (Boolean.FALSE.equals(integrated)) {
            return Optional.empty();
        }
        return Optional.of("facecheck.login=container: the application security domain \"" + name
                + "\" of this WildFly lets nobody in whom its own realm does not know (ELY01177). Write into jboss-cli.sh, and reload"
                + " the server: /subsystem=undertow/application-security-domain=" + name
                + (integrated == null
                        ? ":add(security-domain=ApplicationDomain,integrated-jaspi=false)"
                        : ":write-attribute(name=integrated-jaspi,value=false)"));
    }

    private static Optional<Object> attribute(MBeanServer server, ObjectName bean, String attribute) {
        try {
            return Optional.ofNullable(server.getAttribute(bean, attribute));
        } catch (JMException missing) {
            return Optional.empty();
        }
    }

    /** As {@code jboss-web.xml} names it, without the prefix of old servers. */
    private static Optional<String> ownDomain(ServletContext context) {
        try (InputStream xml = context.getResourceAsStream("/WEB-INF/jboss-web.xml")) {
            return xml == null ? Optional.empty() : securityDomain(xml);
        } catch (IOException | XMLStreamException unreadable) {
            return Optional.empty(); // the server has read it, and complains itself
        }
    }

    private static Optional<String> securityDomain(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("security-domain")) {
                String name = reader.getElementText().strip();
                return Optional.of(name.replaceFirst("^java:/jaas/", "")).filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }
}
