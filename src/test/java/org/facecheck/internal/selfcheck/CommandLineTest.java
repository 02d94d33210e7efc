package org.facecheck.internal.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.facecheck.internal.selfcheck.request.Address;
import org.facecheck.internal.selfcheck.request.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void an_application_and_addresses_with_rules_or_without() {
        CommandLine commandLine =
                CommandLine.parse("http://127.0.0.1:8080/intranet/", "/payroll/index.jsp", "admin=/admin/");

        assertThat(commandLine.site()).isEqualTo(new Site(false, "127.0.0.1", 8080, "/intranet"));
        assertThat(commandLine.addresses())
                .containsExactly(new Address(null, "/payroll/index.jsp"), new Address("admin", "/admin/"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, http://localhost:80",
        "https://intranet.example, https://intranet.example:443",
        "https://intranet.example:8443/a/b, https://intranet.example:8443/a/b",
        "http://[::1]:8080/, http://[::1]:8080"
    })
    void an_application_may_be_anywhere(String url, String shown) {
        assertThat(CommandLine.parse(url, "/x").site()).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intranet",
                "ftp://host/x",
                "http:///x",
                "http://host/x?y",
                "http://host/a;b",
                "http://ho st",
                "/x"
            })
    void what_is_no_application_is_refused(String url) {
        assertThatThrownBy(() -> CommandLine.parse(url, "/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payroll", "", "a=", "/a b", "/a?b", "/a;b", "//a", "/a//b", "ru le=/a", "/a\\b"})
    void what_is_no_address_is_refused(String address) {
        assertThatThrownBy(() -> CommandLine.parse("http://host/x", address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + address + "\"");
    }

    @Test
    void an_application_alone_is_not_enough() {
        assertThatThrownBy(() -> CommandLine.parse("http://host/x"))
                .hasMessageContaining("at least one protected address");
    }
}
