package org.facecheck.startup;

import java.io.InputStream;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.facecheck.FaceCheckFilter;

/**
 * An application's {@code web.xml}, as far as it can't be asked of the servlet context.
 *
 * @param xml read once, and not closed
 */
record Descriptor(InputStream xml) {

    /** Whether it declares the filter by hand; a descriptor that can't be read declares nothing. */
    boolean declaresFaceCheckFilter() {
        return has("filter-class", FaceCheckFilter.class.getName()::equals);
    }

    /** Whether the container logs people in. */
    boolean declaresLogin() {
        return has("auth-method", method -> !method.isEmpty());
    }

    private boolean has(String element, Predicate<String> text) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(element)
                        && text.test(reader.getElementText().strip())) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException malformed) {
            return false;
        }
    }
}
