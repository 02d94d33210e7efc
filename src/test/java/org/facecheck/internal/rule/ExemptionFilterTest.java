package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.config.RuleName;
import org.junit.jupiter.api.Test;

class ExemptionFilterTest {
    private final FakeRequest request = FakeRequest.get("/app/secure/public");
    private final FakeResponse response = new FakeResponse();

    static ExemptionFilter filter(String rule) {
        FilterConfig config = mock(FilterConfig.class);
        when(config.getInitParameter("facecheck.rule")).thenReturn(rule);
        ExemptionFilter filter = new ExemptionFilter();
        filter.init(config);
        return filter;
    }

    /** A container's chain, which hands itself on from filter to filter. */
    private final class Chain implements FilterChain {
        private final String asked;
        private boolean exempt;

        Chain(String asked) {
            this.asked = asked;
        }

        @Override
        public void doFilter(ServletRequest given, ServletResponse answer) {
            exempt = ExemptionFilter.exempts(new RuleName(asked), given, this);
        }
    }

    private boolean exempts(String configured, String asked) throws Exception {
        Chain chain = new Chain(asked);
        filter(configured).doFilter(request, response, chain);
        return chain.exempt;
    }

    @Test
    void it_exempts_from_the_rule_that_it_names() throws Exception {
        assertThat(exempts("strict", "strict")).isTrue();
        assertThat(exempts("strict", "protect")).isFalse();
    }

    @Test
    void it_exempts_from_every_rule_where_it_names_none() throws Exception {
        assertThat(exempts(null, "strict")).isTrue();
        assertThat(exempts(null, "protect")).isTrue();
    }

    @Test
    void without_it_nothing_is_exempt() {
        FilterChain chain = mock(FilterChain.class);

        assertThat(ExemptionFilter.exempts(new RuleName("strict"), request, chain))
                .isFalse();
    }

    @Test
    void an_attribute_that_is_no_chain_exempts_nothing() {
        request.attribute("org.facecheck.exempt.strict", true).attribute("org.facecheck.exempt.", true);

        assertThat(ExemptionFilter.exempts(new RuleName("strict"), request, mock(FilterChain.class)))
                .isFalse();
    }

    @Test
    void an_exempt_page_takes_its_exemption_to_no_other_dispatch() throws Exception {
        Chain inner = new Chain("strict");

        filter("strict").doFilter(request, response, (given, answer) -> inner.doFilter(given, answer));

        assertThat(inner.exempt).isFalse();
    }

    @Test
    void an_exempt_page_that_includes_another_one_stays_exempt() throws Exception {
        boolean[] exempt = new boolean[2];
        FilterChain outer = new FilterChain() {
            @Override
            public void doFilter(ServletRequest given, ServletResponse answer) throws ServletException, IOException {
                Chain inner = new Chain("strict");
                filter("strict").doFilter(given, answer, inner);
                exempt[0] = inner.exempt;
                exempt[1] = ExemptionFilter.exempts(new RuleName("strict"), given, this);
            }
        };

        filter("strict").doFilter(request, response, outer);

        assertThat(exempt).containsExactly(true, true);
    }

    @Test
    void it_leaves_nothing_behind_even_after_a_failure() {
        FilterChain broken = (given, answer) -> {
            throw new ServletException("broken");
        };

        assertThatThrownBy(() -> filter("strict").doFilter(request, response, broken))
                .hasMessage("broken");
        assertThat(ExemptionFilter.exempts(new RuleName("strict"), request, broken))
                .isFalse();
    }
}
