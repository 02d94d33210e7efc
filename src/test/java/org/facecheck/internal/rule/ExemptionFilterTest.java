package org.facecheck.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.config.Rule;
import org.junit.jupiter.api.Test;

class ExemptionFilterTest {
    private final FakeRequest request = FakeRequest.get("/app/secure/public");
    private final FakeResponse response = new FakeResponse();

    private final Rule strict = Configs.STRICT;
    private final Rule other = Configs.HALF_HOUR;

    /** A container's chain, which hands itself on from filter to filter. */
    private final class Chain implements FilterChain {
        private final Rule asked;
        private boolean exempt;

        Chain(Rule asked) {
            this.asked = asked;
        }

        @Override
        public void doFilter(ServletRequest given, ServletResponse answer) {
            exempt = ExemptionFilter.isExempt(asked, given, this);
        }
    }

    private boolean exempts(ExemptionFilter filter, Rule asked) throws Exception {
        Chain chain = new Chain(asked);
        filter.doFilter(request, response, chain);
        return chain.exempt;
    }

    @Test
    void it_exempts_from_the_rule_that_it_names() throws Exception {
        assertThat(exempts(ExemptionFilter.of(strict), strict)).isTrue();
        assertThat(exempts(ExemptionFilter.of(strict), other)).isFalse();
    }

    @Test
    void it_exempts_from_every_rule_where_it_names_none() throws Exception {
        assertThat(exempts(ExemptionFilter.ofAllRules(), strict)).isTrue();
        assertThat(exempts(ExemptionFilter.ofAllRules(), other)).isTrue();
    }

    @Test
    void without_it_nothing_is_exempt() {
        FilterChain chain = mock(FilterChain.class);

        assertThat(ExemptionFilter.isExempt(strict, request, chain)).isFalse();
    }

    @Test
    void an_attribute_that_is_no_chain_exempts_nothing() {
        request.attribute("org.facecheck.exempt.strict", true).attribute("org.facecheck.exempt.", true);

        assertThat(ExemptionFilter.isExempt(strict, request, mock(FilterChain.class)))
                .isFalse();
    }

    @Test
    void an_exempt_page_takes_its_exemption_to_no_other_dispatch() throws Exception {
        Chain inner = new Chain(strict);

        ExemptionFilter.of(strict).doFilter(request, response, (given, answer) -> inner.doFilter(given, answer));

        assertThat(inner.exempt).isFalse();
    }

    @Test
    void an_exempt_page_that_includes_another_one_stays_exempt() throws Exception {
        boolean[] exempt = new boolean[2];
        FilterChain outer = new FilterChain() {
            @Override
            public void doFilter(ServletRequest given, ServletResponse answer) throws ServletException, IOException {
                Chain inner = new Chain(strict);
                ExemptionFilter.of(strict).doFilter(given, answer, inner);
                exempt[0] = inner.exempt;
                exempt[1] = ExemptionFilter.isExempt(strict, given, this);
            }
        };

        ExemptionFilter.of(strict).doFilter(request, response, outer);

        assertThat(exempt).containsExactly(true, true);
    }

    @Test
    void it_leaves_nothing_behind_even_after_a_failure() {
        FilterChain broken = (given, answer) -> {
            throw new ServletException("broken");
        };

        assertThatThrownBy(() -> ExemptionFilter.of(strict).doFilter(request, response, broken))
                .hasMessage("broken");
        assertThat(ExemptionFilter.isExempt(strict, request, broken)).isFalse();
    }
}
