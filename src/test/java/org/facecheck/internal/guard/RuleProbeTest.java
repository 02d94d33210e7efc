package org.facecheck.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facecheck.fake.Configs;
import org.facecheck.fake.FakeResponse;
import org.facecheck.internal.config.Rule;
import org.junit.jupiter.api.Test;

class RuleProbeTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final FakeResponse response = new FakeResponse();
    private final List<String> reachedApplication = new ArrayList<>();

    /** The container's matching: what stands between the two ends for a path. */
    private void container(Map<String, Set<Rule>> rules, Map<String, Set<Rule>> exempt, int ends) {
        ServletContext context = mock(ServletContext.class);
        when(request.getServletContext()).thenReturn(context);
        when(request.getDispatcherType()).thenReturn(DispatcherType.INCLUDE);
        when(request.getAttribute(any())).thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(request)
                .setAttribute(any(), any());
        doAnswer(call -> attributes.remove(call.<String>getArgument(0)))
                .when(request)
                .removeAttribute(any());
        when(context.getRequestDispatcher(any())).thenAnswer(call -> {
            String path = call.getArgument(0);
            RequestDispatcher dispatcher = mock(RequestDispatcher.class);
            doAnswer(include -> {
                        FilterChain chain = (given, answer) -> reachedApplication.add(path);
                        for (int i = 0; i < ends; i++) {
                            FilterChain next = chain;
                            chain = (given, answer) -> new RuleProbeFilter().doFilter(given, answer, next);
                        }
                        RuleProbe probe = RuleProbe.in(request);
                        rules.getOrDefault(path, Set.of()).forEach(rule -> probe.reached(rule, false));
                        exempt.getOrDefault(path, Set.of()).forEach(rule -> probe.reached(rule, true));
                        chain.doFilter(request, response);
                        return null;
                    })
                    .when(dispatcher)
                    .include(any(), any());
            return dispatcher;
        });
    }

    @Test
    void finds_the_rules_of_all_addresses_and_shows_the_application_nothing() throws Exception {
        container(Map.of("/a", Set.of(Configs.HALF_HOUR), "/b", Set.of(Configs.STRICT)), Map.of(), 2);

        assertThat(RuleProbe.rulesOf(List.of("/a", "/b", "/c"), request, response))
                .containsExactlyInAnyOrder(Configs.HALF_HOUR, Configs.STRICT);
        assertThat(reachedApplication).isEmpty();
        assertThat(attributes).isEmpty();
    }

    @Test
    void a_rule_that_exempts_one_of_the_addresses_does_not_ask() throws Exception {
        container(Map.of("/a", Set.of(Configs.HALF_HOUR, Configs.STRICT)), Map.of("/b", Set.of(Configs.HALF_HOUR)), 2);

        assertThat(RuleProbe.rulesOf(List.of("/a", "/b"), request, response)).containsExactly(Configs.STRICT);
    }

    @Test
    void an_answer_that_ends_too_early_is_none() {
        container(Map.of(), Map.of(), 1);

        assertThatThrownBy(() -> RuleProbe.rulesOf(List.of("/a"), request, response))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("could not ask the server which rules protect a view");
        assertThat(attributes).isEmpty();
    }

    @Test
    void nor_is_one_of_a_container_that_knows_no_such_path() {
        container(Map.of(), Map.of(), 2);
        when(request.getServletContext().getRequestDispatcher("/a")).thenReturn(null);

        assertThatThrownBy(() -> RuleProbe.rulesOf(List.of("/a"), request, response))
                .isInstanceOf(ServletException.class);
    }

    @Test
    void an_ordinary_request_is_no_probe_and_goes_through() throws Exception {
        HttpServletRequest ordinary = mock(HttpServletRequest.class);
        when(ordinary.getDispatcherType()).thenReturn(DispatcherType.REQUEST);

        new RuleProbeFilter()
                .doFilter(ordinary, mock(HttpServletResponse.class), (given, answer) -> reachedApplication.add("page"));

        assertThat(RuleProbe.in(ordinary)).isNull();
        assertThat(reachedApplication).containsExactly("page");
    }
}
