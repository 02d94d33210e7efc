package org.facecheck.bench;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.shiro.realm.SimpleAccountRealm;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.support.DefaultSubjectContext;
import org.apache.shiro.web.filter.mgt.DefaultFilterChainManager;
import org.apache.shiro.web.filter.mgt.PathMatchingFilterChainResolver;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.apache.shiro.web.servlet.AbstractShiroFilter;
import org.pac4j.core.config.Config;
import org.pac4j.core.profile.CommonProfile;
import org.pac4j.core.util.Pac4jConstants;
import org.pac4j.jee.filter.SecurityFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * How other libraries ask for every request whether its session is authenticated. Each in the smallest form that asks no more
 * than that: without the response headers, the CSRF protection and the like that an application would add.
 */
final class Competitors {
    private Competitors() {}

    /** Spring Security's chain: the context from the session, and an authorization rule for any request. */
    static Filter springSecurity(HttpSession session) {
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("alice", null, List.of())));
        return new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new SecurityContextHolderFilter(new HttpSessionSecurityContextRepository()),
                new AnonymousAuthenticationFilter("bench"),
                new ExceptionTranslationFilter(new Http403ForbiddenEntryPoint()),
                new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated())));
    }

    /** pac4j with the authorizer {@code isAuthenticated} and no matcher, so it asks for nothing else. */
    static Filter pac4j(HttpSession session, BenchContext context) throws ServletException {
        CommonProfile profile = new CommonProfile();
        profile.setId("alice");
        profile.setClientName("bench");
        session.setAttribute(Pac4jConstants.USER_PROFILES, new LinkedHashMap<>(Map.of("bench", profile)));
        SecurityFilter filter = new SecurityFilter(new Config(), "", "isAuthenticated", "none");
        filter.init(context.filter(Map.of()));
        return filter;
    }

    /** Shiro with {@code authc} for every path; the realm is there because a security manager needs one. */
    static Filter shiro(HttpSession session, BenchContext context) throws ServletException {
        session.setAttribute(
                DefaultSubjectContext.PRINCIPALS_SESSION_KEY, new SimplePrincipalCollection("alice", "bench"));
        session.setAttribute(DefaultSubjectContext.AUTHENTICATED_SESSION_KEY, true);
        DefaultFilterChainManager chains = new DefaultFilterChainManager();
        chains.createChain("/**", "authc");
        PathMatchingFilterChainResolver resolver = new PathMatchingFilterChainResolver();
        resolver.setFilterChainManager(chains);
        AbstractShiroFilter filter = new AbstractShiroFilter() {};
        filter.setSecurityManager(new DefaultWebSecurityManager(new SimpleAccountRealm("bench")));
        filter.setFilterChainResolver(resolver);
        filter.init(context.filter(Map.of()));
        return filter;
    }
}
