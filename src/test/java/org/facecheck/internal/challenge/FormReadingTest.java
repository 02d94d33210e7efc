package org.facecheck.internal.challenge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FormReadingTest {
    private static FormReading of(String serverInfo) {
        ServletContext context = mock(ServletContext.class);
        when(context.getServerInfo()).thenReturn(serverInfo);
        return FormReading.of(context);
    }

    @Nested
    class A_server_is_told_by_its_name {
        @ParameterizedTest
        @CsvSource({
            "WildFly 39.0.1.Final (WildFly Core 31.0.1.Final) - 2.3.19.Final, UNDERTOW",
            "JBoss EAP 8.0.0.GA (WildFly Core 21.0.5.Final-redhat-00001) - 2.2.28.SP1, UNDERTOW",
            "Undertow - 2.3.19.Final, UNDERTOW",
            "JBoss Web/7.5.7.Final, UNDERTOW",
            "Payara Server  6.2025.9 #badassfish, GRIZZLY",
            "Payara Micro #badassfish, GRIZZLY",
            "Eclipse GlassFish  7.0.14, GRIZZLY",
            "Apache Tomcat/10.1.49, OTHER",
            "jetty/12.0.30, OTHER",
            "'', OTHER"
        })
        void whatever_stands_around_it(String serverInfo, FormReading reading) {
            assertThat(of(serverInfo)).isEqualTo(reading);
        }

        @Test
        void and_is_any_other_without_one() {
            assertThat(of(null)).isEqualTo(FormReading.OTHER);
        }
    }

    @Nested
    class Undertow {
        private final FormReading reading = FormReading.UNDERTOW;

        @Test
        void reads_what_others_leave_out() {
            assertThat(reading.keepsEmptyNames()).isTrue();
            assertThat(reading.startsToDecodeAtTheFirstEscape()).isTrue();
        }

        @Test
        void asks_the_query_before_it_touches_the_body() {
            assertThat(reading.asksTheQueryAlone()).isTrue();
            assertThat(reading.fixesEncodingWithParameters()).isFalse();
            assertThat(reading.findsParametersInTheRest()).isFalse();
        }

        @Test
        void decodes_nothing_in_a_charset_that_is_not_known() {
            assertThat(reading.charset("no-such")).isEmpty();
            assertThat(reading.charset("%%%")).isEmpty();
        }

        @Test
        void gives_a_map_to_change_in_no_order() {
            assertThat(reading.givesParametersToChange()).isTrue();
            assertThat(reading.newParameters()).isExactlyInstanceOf(HashMap.class);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNDERTOW")
    void what_comes_from_Tomcat_reads_alike(FormReading reading) {
        assertThat(reading.keepsEmptyNames()).isFalse();
        assertThat(reading.startsToDecodeAtTheFirstEscape()).isFalse();
        assertThat(reading.asksTheQueryAlone()).isFalse();
        assertThat(reading.fixesEncodingWithParameters()).isTrue();
        assertThat(reading.givesParametersToChange()).isFalse();
        assertThat(reading.newParameters()).isInstanceOf(LinkedHashMap.class);
        assertThat(reading.charset("no-such")).contains(ISO_8859_1);
        assertThat(reading.charset("%%%")).contains(ISO_8859_1);
    }

    @Test
    void Grizzly_alone_looks_through_the_rest_and_shows_an_encoding_in_the_type() {
        assertThat(FormReading.GRIZZLY.findsParametersInTheRest()).isTrue();
        assertThat(FormReading.GRIZZLY.showsEncodingInContentType()).isTrue();
        assertThat(FormReading.OTHER.findsParametersInTheRest()).isFalse();
        assertThat(FormReading.OTHER.showsEncodingInContentType()).isFalse();
        assertThat(FormReading.UNDERTOW.showsEncodingInContentType()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_charset_that_nobody_names_is_the_specifications(FormReading reading) {
        assertThat(reading.charset(null)).contains(ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void a_charset_that_is_known_is_taken(FormReading reading) {
        assertThat(reading.charset("utf-8")).contains(UTF_8);
    }
}
