package org.facecheck.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facecheck.engine.face.FaceTemplate;
import org.facecheck.engine.gallery.Templates;
import org.junit.jupiter.api.Test;

class ExactIndexTest {

    @Test
    void the_scan_finds_what_comparing_one_by_one_finds() {
        Random random = new Random(3);
        Map<String, List<FaceTemplate>> people = new LinkedHashMap<>();
        TemplateIndex index = new ExactIndex();
        for (int i = 0; i < 2500; i++) {
            List<FaceTemplate> own = List.of(Templates.random(random), Templates.random(random));
            people.put("p" + i, own);
            index = index.with(Map.of("p" + i, own));
        }
        assertThat(index.size()).isEqualTo(5000);
        for (int i = 0; i < 20; i++) {
            FaceTemplate probe = Templates.random(random);

            Nearest nearest = index.nearest(probe, null);

            double[] sorted = people.values().stream()
                    .mapToDouble(own ->
                            Math.min(own.get(0).distance(probe), own.get(1).distance(probe)))
                    .sorted()
                    .toArray();
            assertThat(nearest.distance()).isCloseTo(sorted[0], offset(1e-5));
            assertThat(nearest.second()).isCloseTo(sorted[1], offset(1e-5));
            assertThat(people.get(nearest.key()))
                    .anySatisfy(own -> assertThat(own.distance(probe)).isCloseTo(sorted[0], offset(1e-5)));
        }
    }
}
