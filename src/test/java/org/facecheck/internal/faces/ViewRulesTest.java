package org.facecheck.internal.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewRulesTest {

    @ParameterizedTest
    @CsvSource({
        "/a/members.xhtml, *.jsf, /a/members.jsf",
        "/a/members.xhtml, *.xhtml, /a/members.xhtml",
        "/a/members.xhtml, /faces/*, /faces/a/members.xhtml",
        "/a/members.xhtml, /a/members, /a/members",
        "/a.b/members, *.jsf, /a.b/members.jsf"
    })
    void a_view_has_an_address_for_each_mapping(String view, String mapping, String address) {
        List<String> addresses = new ArrayList<>();

        ViewRules.addAddress(view, mapping, addresses);

        assertThat(addresses).containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource({"/a/members.xhtml, /a/plain", "/a/members.xhtml, /members"})
    void another_views_mapping_is_none_of_its_addresses(String view, String mapping) {
        List<String> addresses = new ArrayList<>();

        ViewRules.addAddress(view, mapping, addresses);

        assertThat(addresses).isEmpty();
    }
}
