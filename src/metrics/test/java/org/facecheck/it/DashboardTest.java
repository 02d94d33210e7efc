package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Grafana asks of a dashboard's JSON; that its queries are answered, {@code MetricsIT} tries on the servers. */
class DashboardTest {
    /** How wide a dashboard is, in Grafana's units. */
    private static final int WIDTH = 24;

    private static void balanced(String expression) {
        assertThat(expression.chars().filter(c -> c == '(').count())
                .as(expression)
                .isEqualTo(expression.chars().filter(c -> c == ')').count());
        assertThat(expression.chars().filter(c -> c == '{').count())
                .as(expression)
                .isEqualTo(expression.chars().filter(c -> c == '}').count());
    }

    @Test
    void each_panel_has_a_title_a_number_of_its_own_and_queries_of_the_chosen_source() throws IOException {
        Set<Integer> numbers = new HashSet<>();
        for (JsonObject panel : Dashboard.panels()) {
            assertThat(panel.getString("title")).isNotBlank();
            assertThat(numbers.add(panel.getInt("id")))
                    .as(panel.getString("title"))
                    .isTrue();
            Set<String> references = new HashSet<>();
            List<JsonObject> targets = panel.getJsonArray("targets").getValuesAs(JsonObject.class);
            assertThat(targets).as(panel.getString("title")).isNotEmpty();
            for (JsonObject target : targets) {
                assertThat(references.add(target.getString("refId"))).isTrue();
                assertThat(target.getJsonObject("datasource").getString("uid")).isEqualTo("${source}");
                balanced(target.getString("expr"));
            }
        }
    }

    @Test
    void no_panel_lies_on_another_or_outside() throws IOException {
        Set<String> taken = new HashSet<>();
        for (JsonObject panel : Dashboard.panels()) {
            JsonObject place = panel.getJsonObject("gridPos");
            assertThat(place.getInt("x") + place.getInt("w")).isBetween(1, WIDTH);
            for (int x = place.getInt("x"); x < place.getInt("x") + place.getInt("w"); x++) {
                for (int y = place.getInt("y"); y < place.getInt("y") + place.getInt("h"); y++) {
                    assertThat(taken.add(x + " " + y))
                            .as(panel.getString("title"))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void each_query_asks_for_one_application_and_for_a_metric_of_ours() throws IOException {
        List<Dashboard.Query> queries = Dashboard.queries();

        assertThat(queries).hasSizeGreaterThan(Dashboard.panels().size());
        assertThat(queries)
                .allSatisfy(query ->
                        assertThat(query.labels()).as(query.expression()).contains("application"));
    }
}
