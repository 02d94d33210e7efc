package org.facecheck.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class WildFlyDomainTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();

    /** A resource of the management model, as WildFly registers it. */
    private record Resource(Map<String, Object> values) implements DynamicMBean {
        @Override
        public Object getAttribute(String name) {
            return values.get(name);
        }

        @Override
        public void setAttribute(Attribute attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList getAttributes(String[] names) {
            return new AttributeList();
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object invoke(String name, Object[] parameters, String[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            return new MBeanInfo(Resource.class.getName(), null, null, null, null, null);
        }
    }

    private WildFlyDomainTest has(String name, Map<String, Object> values) throws JMException {
        server.registerMBean(new Resource(values), new ObjectName("jboss.as:subsystem=undertow" + name));
        return this;
    }

    private static ServletContext context(String jbossWebXml) {
        return (ServletContext) Proxy.newProxyInstance(
                WildFlyDomainTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("getResourceAsStream");
                    assertThat(given).containsExactly("/WEB-INF/jboss-web.xml");
                    InputStream xml = jbossWebXml.isEmpty()
                            ? null
                            : new ByteArrayInputStream(jbossWebXml.getBytes(StandardCharsets.UTF_8));
                    return xml;
                });
    }

    private String problem(String jbossWebXml) {
        return WildFlyDomain.of(context(jbossWebXml), server)
                .flatMap(WildFlyDomain::problem)
                .orElse("none");
    }

    @Test
    void another_server_has_none() {
        assertThat(WildFlyDomain.of(context(""), server)).isEmpty();
    }

    @Test
    void wildfly_as_it_is_shipped_lacks_one_line() throws JMException {
        has("", Map.of("defaultSecurityDomain", "other"))
                .has(",application-security-domain=other", Map.of("integratedJaspi", true));

        assertThat(problem(""))
                .contains("ELY01177")
                .endsWith("/subsystem=undertow/application-security-domain=other:write-attribute"
                        + "(name=integrated-jaspi,value=false)");
    }

    @Test
    void with_that_line_nothing_is_missing() throws JMException {
        has("", Map.of("defaultSecurityDomain", "other"))
                .has(",application-security-domain=other", Map.of("integratedJaspi", false));

        assertThat(problem("")).isEqualTo("none");
    }

    @Test
    void the_domain_is_the_one_that_the_application_names() throws JMException {
        has("", Map.of("defaultSecurityDomain", "other"))
                .has(",application-security-domain=other", Map.of("integratedJaspi", false))
                .has(",application-security-domain=staff", Map.of("integratedJaspi", true));

        assertThat(problem("<jboss-web xmlns=\"urn:x\"><security-domain>staff</security-domain></jboss-web>"))
                .contains("\"staff\"", "application-security-domain=staff:write-attribute");
        assertThat(problem("<jboss-web><security-domain>java:/jaas/staff</security-domain></jboss-web>"))
                .contains("application-security-domain=staff:write-attribute");
        assertThat(problem("<jboss-web><context-root>/</context-root></jboss-web>"))
                .isEqualTo("none");
        assertThat(problem("<jboss-web><sec")).isEqualTo("none");
    }

    @Test
    void a_domain_that_the_server_lacks_has_to_be_added() throws JMException {
        has("", Map.of("defaultSecurityDomain", "other"));

        assertThat(problem("")).contains("other:add(security-domain=ApplicationDomain,integrated-jaspi=false)");
    }

    @Test
    void what_the_server_does_not_say_counts_as_its_default() throws JMException {
        has("", Map.of()).has(",application-security-domain=other", Map.of());

        assertThat(problem("")).contains("other:write-attribute");
    }
}
