package org.facecheck.internal.bootstrap;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.facecheck.internal.rule.FaceCheckFilter;

/**
 * A {@code web.xml} or a fragment of one, as far as it can't be asked of the servlet context. One that can't be read declares
 * nothing.
 *
 * @param xml read once, and not closed
 */
record DeploymentDescriptor(InputStream xml) {

    /** Whether it declares the filter by hand. */
    boolean declaresFaceCheckFilter() {
        return texts("filter-class").contains(FaceCheckFilter.class.getName());
    }

    /** Whether the container logs people in. */
    boolean declaresLogin() {
        return texts("auth-method").stream().anyMatch(method -> !method.isEmpty());
    }

    /** The names of all filters that it declares. */
    Set<String> filterNames() {
        return texts("filter-name");
    }

    private Set<String> texts(String element) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> texts = new HashSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    texts.add(reader.getElementText().strip());
                }
            }
            return texts;
        } catch (XMLStreamException malformed) {
            return Set.of();
        }
    }
}
