package org.facecheck.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.facecheck.engine.gallery.Templates.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.Templates;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a gallery may ask of each index. */
class TemplateIndexTest {

    static Stream<Named<Supplier<TemplateIndex>>> indexes() {
        return Stream.of(Named.of("exact", ExactIndex::new), Named.of("HNSW", HnswIndex::new));
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void nobody_is_near_where_nobody_is(Supplier<TemplateIndex> indexes) {
        assertThat(indexes.get().nearest(at(1), null)).isEqualTo(Nearest.nobody());
        assertThat(indexes.get().without("anna").size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void the_nearest_person_is_found_and_the_nearest_of_the_others(Supplier<TemplateIndex> indexes) {
        TemplateIndex index =
                indexes.get().with(Map.of("anna", List.of(at(0), at(0.2), at(0.25)), "ben", List.of(at(2))));

        Nearest nearest = index.nearest(at(0.5), null);

        assertThat(nearest.key()).isEqualTo("anna");
        assertThat(nearest.distance()).isCloseTo(0.25, offset(1e-6));
        assertThat(nearest.second()).isCloseTo(1.5, offset(1e-6));
        assertThat(index.size()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void somebody_can_be_left_out_of_the_question(Supplier<TemplateIndex> indexes) {
        TemplateIndex index = indexes.get().with(Map.of("anna", List.of(at(0), at(0.2)), "ben", List.of(at(2))));

        assertThat(index.nearest(at(0.1), "anna").key()).isEqualTo("ben");
        assertThat(index.nearest(at(0.1), "anna").second()).isInfinite();
        assertThat(index.nearest(at(0.1), "eve").key()).isEqualTo("anna");
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void a_person_who_is_put_in_again_is_what_they_are_now(Supplier<TemplateIndex> indexes) {
        TemplateIndex index = indexes.get()
                .with(Map.of("anna", List.of(at(0), at(0.2)), "ben", List.of(at(2))))
                .with(Map.of("anna", List.of(at(5))));

        assertThat(index.size()).isEqualTo(2);
        assertThat(index.nearest(at(0), null).key()).isEqualTo("ben");
        assertThat(index.nearest(at(4), null).key()).isEqualTo("anna");
        assertThat(index.without("anna").nearest(at(4), null).key()).isEqualTo("ben");
        assertThat(index.without("anna").size()).isEqualTo(1);
    }

    /** Who searches meanwhile sees what was there when they began. */
    @ParameterizedTest
    @MethodSource("indexes")
    void an_index_that_was_changed_is_as_it_was(Supplier<TemplateIndex> indexes) {
        TemplateIndex before = indexes.get().with(Map.of("anna", List.of(at(0))));
        TemplateIndex after = before.without("anna").with(Map.of("ben", List.of(at(1))));

        assertThat(before.nearest(at(0), null).key()).isEqualTo("anna");
        assertThat(after.nearest(at(0), null).key()).isEqualTo("ben");
    }

    /** Blocks of 1,024 are full, half full, and shortened; in one go and one by one. */
    @ParameterizedTest
    @MethodSource("indexes")
    void many_are_found_as_comparing_one_by_one_finds_them(Supplier<TemplateIndex> indexes) {
        Random random = new Random(3);
        Map<String, List<FaceTemplate>> people = new LinkedHashMap<>();
        for (int i = 0; i < 2500; i++) {
            people.put("p" + i, List.of(Templates.random(random), Templates.random(random)));
        }
        TemplateIndex index = indexes.get().with(people);
        for (int i = 0; i < 50; i++) {
            index = index.without("p" + 40 * i);
            people.remove("p" + 40 * i);
            List<FaceTemplate> more = List.of(Templates.random(random));
            index = index.with(Map.of("q" + i, more));
            people.put("q" + i, more);
        }
        assertThat(index.size()).isEqualTo(4950);
        for (int i = 0; i < 20; i++) {
            // Near somebody, as a face that is on file is; in 128 random numbers, all others are equally far.
            FaceTemplate near = people.get("p" + (40 * i + 7)).get(1);
            float[] values = near.values();
            values[i] += 0.3f;
            FaceTemplate probe = new FaceTemplate(values);

            Nearest nearest = index.nearest(probe, null);

            assertThat(nearest.key()).isEqualTo("p" + (40 * i + 7));
            assertThat(nearest.distance()).isCloseTo(0.3, offset(1e-4));
        }
    }
}
