package org.facecheck.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalAttributeTest {
    /** Knows nothing but a name. */
    private abstract static class Named implements Principal {
        @Override
        public String getName() {
            return "alice";
        }
    }

    private static List<String> number(Principal principal) {
        return new PrincipalAttribute("number").valuesOf(principal).toList();
    }

    /** By name. */
    static final class ByName extends Named {
        public Object getAttribute(String name) {
            return name.equals("number") ? "1" : null;
        }

        public String getNumber() {
            return "late";
        }
    }

    /** By a map. */
    static final class ByMap extends Named {
        public Object getAttribute(String name) {
            return null;
        }

        public Map<String, Object> getAttributes() {
            return Map.of("number", Set.of(1L), "text", "x");
        }
    }

    /** As a token of MicroProfile JWT. */
    static final class ByClaim extends Named {
        private final Object claim;

        ByClaim(Object claim) {
            this.claim = claim;
        }

        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return name.equals("number") ? (T) claim : null;
        }
    }

    /** By a getter. */
    static final class ByGetter extends Named {
        public int getNumber() {
            return 1;
        }
    }

    /** By a component. */
    record ByComponent(String getName, String number) implements Principal {}

    /** By a method that is none of these. */
    static final class ByAnyMethod extends Named {
        public String number() {
            return "1";
        }
    }

    /** Throws. */
    static final class Broken extends Named {
        public Object getAttribute(String name) {
            throw new IllegalStateException("directory down");
        }

        public String getNumber() {
            throw new NoClassDefFoundError("gone");
        }
    }

    /** Keeps it to itself. */
    static final class Private extends Named {
        @SuppressWarnings("unused")
        private String getNumber() {
            return "1";
        }
    }

    @Nested
    class Is_found {
        @Test
        void by_its_name_before_all_other_ways() {
            assertThat(number(new ByName())).containsExactly("1");
        }

        @Test
        void in_a_map() {
            assertThat(number(new ByMap())).containsExactly("1");
        }

        @Test
        void as_a_claim() {
            assertThat(number(new ByClaim("1"))).containsExactly("1");
            assertThat(number(new ByClaim(Json.createValue("1")))).containsExactly("1");
            assertThat(number(new ByClaim(Json.createValue(1)))).containsExactly("1");
            assertThat(number(new ByClaim(
                            Json.createArrayBuilder().add("1").add("2").build())))
                    .containsExactly("1", "2");
        }

        @Test
        void by_a_getter_even_of_a_class_that_is_not_public() {
            assertThat(number(new ByGetter())).containsExactly("1");
        }

        @Test
        void as_a_component_of_a_record() {
            assertThat(number(new ByComponent("alice", "1"))).containsExactly("1");
        }

        @Test
        void as_several_values() {
            assertThat(number(new ByClaim(new String[] {"1", "2"}))).containsExactly("1", "2");
            assertThat(number(new ByClaim(Arrays.asList("1", null, List.of("2")))))
                    .containsExactly("1", "2");
        }
    }

    @Nested
    class Is_missing {
        @Test
        void where_the_principal_has_none_of_these_ways() {
            assertThat(number(new ByAnyMethod())).isEmpty();
            assertThat(number(new Private())).isEmpty();
        }

        @Test
        void where_it_is_null() {
            assertThat(number(new ByClaim(null))).isEmpty();
            assertThat(number(new ByComponent("alice", null))).isEmpty();
        }

        @Test
        void where_every_way_throws() {
            assertThat(number(new Broken())).isEmpty();
        }
    }

    @Nested
    class Of_the_caller {
        private final FakeRequest request = FakeRequest.get("/app/x").as("alice");

        private List<String> values(Principal... others) {
            return new CallerAttribute("number", () -> List.of(others))
                    .apply(request)
                    .toList();
        }

        @Test
        void it_is_looked_for_behind_the_containers_principal() {
            assertThat(values(new ByComponent("alice", "1"))).containsExactly("1");
        }

        @Test
        void nobody_elses_counts() {
            assertThat(values(new ByComponent("bob", "1"))).isEmpty();
        }

        @Test
        void nobody_has_one_who_is_not_logged_in() {
            request.as(null);

            assertThat(values(new ByComponent("alice", "1"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:number", "https://example.org/number", "number number"})
    void a_name_that_no_method_could_have_is_no_fault(String name) {
        assertThat(new PrincipalAttribute(name).valuesOf(new ByGetter())).isEmpty();
    }
}
