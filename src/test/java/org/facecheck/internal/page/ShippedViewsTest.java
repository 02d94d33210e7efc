package org.facecheck.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views in the jar that applications may name or copy, and what they are made of. */
class ShippedViewsTest {
    private static final String RESOURCES = "/META-INF/resources/";
    private static final String JSP = "WEB-INF/facecheck/capture.jsp";
    private static final String COMPONENT = "facecheck/capture.xhtml";

    private static String read(String view) throws IOException {
        try (InputStream file = ShippedViewsTest.class.getResourceAsStream(RESOURCES + view)) {
            assertThat(file).as(view).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where Faces is not active, the source of a Facelets page would be sent to browsers. */
    @ParameterizedTest
    @ValueSource(strings = {JSP, "WEB-INF/facecheck/capture.xhtml"})
    void pages_are_out_of_reach_for_browsers(String view) throws IOException {
        assertThat(view).startsWith("WEB-INF/");
        assertThat(read(view)).contains("<facecheck:capture/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSP, "WEB-INF/facecheck/capture.xhtml", COMPONENT})
    void none_needs_jstl_or_repeats_markup_of_the_capture(String view) throws IOException {
        assertThat(read(view)).doesNotContain("jstl", "jakarta.tags", "<form", "data-");
    }

    /** With a byte above 127 its meaning would depend on a page-encoding of the application's. */
    @Test
    void the_jsp_is_a_document_in_ascii() throws Exception {
        assertThat(read(JSP))
                .matches(text -> text.chars().allMatch(letter -> letter < 128))
                .startsWith("<jsp:root ");
        assertThat(starts(JSP)).contains("html", "capture");
    }

    @Test
    void the_components_attributes_have_types() throws Exception {
        XMLStreamReader reader = reader(COMPONENT);
        int attributes = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("attribute")) {
                attributes++;
                assertThat(reader.getAttributeValue(null, "type")).isEqualTo("java.lang.Object");
            }
        }
        assertThat(attributes).isEqualTo(3);
    }

    private static List<String> starts(String view) throws Exception {
        List<String> elements = new ArrayList<>();
        XMLStreamReader reader = reader(view);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                elements.add(reader.getLocalName());
            }
        }
        return elements;
    }

    private static XMLStreamReader reader(String view) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory.createXMLStreamReader(new StringReader(read(view)));
    }
}
