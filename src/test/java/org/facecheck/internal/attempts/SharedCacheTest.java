package org.facecheck.internal.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.naming.NameNotFoundException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.facecheck.fake.Caches;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharedCacheTest {
    private static final String NAME = "java:comp/env/facecheck/attempts";
    private final ConcurrentMap<String, String> cache = new ConcurrentHashMap<>(Map.of("theirs", "1"));

    private static SharedCache bound(Object object) {
        return new SharedCache(NAME, name -> {
            if (name.equals(NAME)) {
                return object;
            }
            throw new NameNotFoundException(name);
        });
    }

    /** What Hazelcast's instance has of interest here. */
    public interface Instance {
        /** A map by its name. */
        Object getMap(String name);
    }

    private record HiddenInstance(Map<String, Object> maps) implements Instance {
        @Override
        public Object getMap(String name) {
            return maps.get(name);
        }
    }

    @Test
    void a_map_that_is_bound_there_is_taken_and_left_as_it_was() throws Exception {
        assertThat(bound(cache).find()).isSameAs(cache);
        assertThat(cache).containsExactly(Map.entry("theirs", "1"));
    }

    @Test
    void an_instance_gives_a_map_of_ours() throws Exception {
        Map<String, Object> maps = Map.of("facecheck.attempts", cache);

        assertThat(bound(new HiddenInstance(maps)).find()).isSameAs(cache);
    }

    @Nested
    class The_deployment_stops_where {
        private static AbstractThrowableAssert<?, ? extends Throwable> stops(SharedCache map) {
            return assertThatThrownBy(map::find).isInstanceOf(ServletException.class);
        }

        @Test
        void nothing_is_bound() {
            stops(new SharedCache("java:comp/env/typo", bound(cache).jndi()))
                    .hasMessageContaining("facecheck.attempts.shared is \"java:comp/env/typo\"")
                    .hasMessageContaining("<resource-env-ref>")
                    .hasMessageContaining("payara/Hazelcast");
        }

        @Test
        void something_else_is_bound() {
            stops(bound(new StringBuilder())).hasMessageContaining("is a java.lang.StringBuilder; write");
        }

        @Test
        void a_map_is_bound_that_knows_no_conditions() {
            stops(bound(Map.of())).hasMessageContaining("; write the name of an Infinispan cache");
        }

        @Test
        void the_cache_fails() {
            stops(bound(Caches.broken())).hasMessageContaining("the cluster is gone");
        }

        @Test
        void the_cache_answers_before_it_knows() {
            ConcurrentMap<String, String> hasty = new ConcurrentHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                public boolean replace(String key, String known, String value) {
                    put(key, value);
                    return true;
                }
            };

            stops(bound(hasty)).hasMessageContaining("make it a synchronous cache");
            assertThat(hasty).isEmpty();
        }
    }
}
