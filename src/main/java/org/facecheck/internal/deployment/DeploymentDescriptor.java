package org.facecheck.internal.deployment;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A {@code web.xml} or a fragment of one, as far as it can't be asked of the servlet context. Read once, and kept as what
 * Facecheck asks of it. One that can't be read declares nothing, which is the cautious answer to each of the questions.
 *
 * @param listenerClasses what the {@code listener-class} elements name
 * @param filterNames what the {@code filter-name} elements name
 * @param loginMethods what the {@code auth-method} elements say
 * @param loginPages paths of the pages of a FORM login, {@code form-login-page} and {@code form-error-page}
 * @param transports what the {@code transport-guarantee} elements say
 */
public record DeploymentDescriptor(
        Set<String> listenerClasses,
        Set<String> filterNames,
        Set<String> loginMethods,
        Set<String> loginPages,
        Set<String> transports) {
    /** By name, since this room is below the one of the listener. */
    private static final String FACE_CHECK_LISTENER = "org.facecheck.web.FaceCheckListener";

    private static final String LOGIN_PAGE = "form-login-page";
    private static final String ERROR_PAGE = "form-error-page";
    private static final String TRANSPORT = "transport-guarantee";
    private static final Set<String> READ =
            Set.of("listener-class", "filter-name", "auth-method", LOGIN_PAGE, ERROR_PAGE, TRANSPORT);

    /** The application's own. */
    public static DeploymentDescriptor webXmlOf(ServletContext context) {
        try (InputStream xml = context.getResourceAsStream("/WEB-INF/web.xml")) {
            return read(xml);
        } catch (IOException notClosed) {
            return of(Map.of());
        }
    }

    /**
     * Reads one.
     *
     * @param xml which is not closed, or {@code null} where there is none
     */
    static DeploymentDescriptor read(@Nullable InputStream xml) {
        return of(xml == null ? Map.of() : texts(xml));
    }

    private static DeploymentDescriptor of(Map<String, Set<String>> texts) {
        return new DeploymentDescriptor(
                texts.getOrDefault("listener-class", Set.of()),
                texts.getOrDefault("filter-name", Set.of()),
                texts.getOrDefault("auth-method", Set.of()),
                Stream.of(LOGIN_PAGE, ERROR_PAGE)
                        .flatMap(name -> texts.getOrDefault(name, Set.of()).stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                texts.getOrDefault(TRANSPORT, Set.of()));
    }

    /** Whether it declares the one listener that does all that the initializer does. */
    public boolean declaresFaceCheckListener() {
        return listenerClasses.contains(FACE_CHECK_LISTENER);
    }

    /** Whether the container logs people in. */
    public boolean declaresLogin() {
        return loginMethods.stream().anyMatch(method -> !method.isEmpty());
    }

    /** Whether some constraint takes HTTPS; {@code INTEGRAL} does, too (Servlet 6.0, §13.8). */
    public boolean asksForHttps() {
        return transports.contains("CONFIDENTIAL") || transports.contains("INTEGRAL");
    }

    /** Local names alone: old descriptors have other namespaces, or none. */
    private static Map<String, Set<String>> texts(InputStream xml) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, Set<String>> texts = new HashMap<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && READ.contains(reader.getLocalName())) {
                    texts.computeIfAbsent(reader.getLocalName(), name -> new HashSet<>())
                            .add(reader.getElementText().strip());
                }
            }
            return texts;
        } catch (XMLStreamException malformed) {
            return Map.of();
        }
    }
}
