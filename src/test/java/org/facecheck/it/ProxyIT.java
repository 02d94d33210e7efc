package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facecheck.it.Browser.Reply;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy publishes the application under another path than its context path. Skipped where the proxy is not on the machine. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProxyIT {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href|action)=\"([^\"]+)\"");

    /** The proxies, with the lines that an operator writes for them. */
    enum Proxy {
        NGINX("nginx", "-p", "%1$s/", "-e", "%1$s/error.log", "-c", "%1$s/proxy.conf") {
            @Override
            String configuration(int port, URI application) {
                return """
                        daemon off;
                        master_process off;
                        pid nginx.pid;
                        events {}
                        http {
                          access_log off;
                          client_body_temp_path body;
                          proxy_temp_path proxy;
                          fastcgi_temp_path fastcgi;
                          uwsgi_temp_path uwsgi;
                          scgi_temp_path scgi;
                          server {
                            listen 127.0.0.1:%d;
                            client_max_body_size 12m;
                            location /published/ {
                              proxy_pass %s;
                              proxy_set_header Host $http_host;
                              proxy_redirect /proxied/ /published/;
                              proxy_cookie_path /proxied /published;
                            }
                          }
                        }
                        """.formatted(port, application);
            }
        },
        APACHE("apache2", "-d", "%1$s", "-f", "%1$s/proxy.conf", "-D", "FOREGROUND") {
            @Override
            String configuration(int port, URI application) {
                return """
                        DefaultRuntimeDir .
                        PidFile apache.pid
                        Mutex sem default
                        ServerName localhost
                        Listen 127.0.0.1:%d
                        ErrorLog error.log
                        LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
                        LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
                        LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
                        LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
                        User nobody
                        Group nogroup
                        ProxyPreserveHost On
                        ProxyPass /published/ %s
                        ProxyPassReverse /published/ /proxied/
                        ProxyPassReverseCookiePath /proxied /published
                        """.formatted(port, application);
            }
        };

        private final Path program;
        private final List<String> arguments;

        Proxy(String program, String... arguments) {
            this.program = Path.of("/usr/sbin", program);
            this.arguments = List.of(arguments);
        }

        abstract String configuration(int port, URI application);

        Node start(URI application) throws IOException {
            assumeTrue(Files.isExecutable(program), program + " is not on this machine");
            Path directory =
                    Files.createDirectories(Path.of("target/proxies", name())).toAbsolutePath();
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Files.writeString(directory.resolve("proxy.conf"), configuration(port, application));
            Node node = Node.start(
                    Stream.concat(
                                    Stream.of(program.toString()),
                                    arguments.stream().map(argument -> argument.formatted(directory)))
                            .toList(),
                    directory,
                    URI.create("http://127.0.0.1:" + port),
                    List.of(),
                    Map.of());
            node.awaitApplication("published");
            return node;
        }
    }

    @ArquillianResource
    URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return TestWar.named("proxied").build();
    }

    @BeforeEach
    void matches() {
        Faceki.matches();
    }

    @ParameterizedTest
    @EnumSource
    void people_get_through_the_check_and_never_see_the_other_path(Proxy proxy) throws IOException {
        Node node = proxy.start(application);
        try {
            Browser browser = node.browser("published");

            Reply asked = browser.open("secure/page?x=1&y=%C3%BC");
            assertThat(asked.status()).isEqualTo(303);
            assertThat(target(asked)).isEqualTo("/published/facecheck");
            assertThat(asked.header("Set-Cookie").toLowerCase(Locale.ROOT)).contains("path=/published");
            everythingOnThePageIsThere(browser);

            Reply passed = browser.passFaceCheck();
            assertThat(passed.status()).isEqualTo(303);
            assertThat(target(passed)).isEqualTo("/published/secure/page?x=1&y=%C3%BC");
            assertThat(browser.follow(target(passed)).text()).contains("PROTECTED", "parameter x=[1]");
        } finally {
            node.kill();
        }
    }

    private static void everythingOnThePageIsThere(Browser browser) {
        String page = browser.open("facecheck").text();
        assertThat(page).doesNotContain("/proxied");
        List<String> addresses = ADDRESS.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(address -> !address.startsWith("#") && !address.startsWith("data:"))
                .toList();
        assertThat(addresses)
                .hasSizeGreaterThan(2)
                .allSatisfy(address ->
                        assertThat(browser.open(address).status()).as(address).isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void a_form_is_sent_on(Proxy proxy) throws IOException {
        Node node = proxy.start(application);
        try {
            Browser browser = node.browser("published");
            assertThat(browser.post("secure/transfer", "amount=5").status()).isEqualTo(303);

            Reply passed = browser.passFaceCheck();

            assertThat(target(passed)).isEqualTo("/published/secure/transfer");
            assertThat(browser.follow(target(passed)).text()).contains("method=POST", "parameter amount=[5]");
        } finally {
            node.kill();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_message_is_shown_on_the_page(Proxy proxy) throws IOException {
        Node node = proxy.start(application);
        try {
            Faceki.answersCode(8013);
            Browser browser = node.browser("published");

            assertThat(browser.passFaceCheck().text()).contains("data-news=\"not-matched\"");

            everythingOnThePageIsThere(browser);
        } finally {
            node.kill();
        }
    }

    /** Apache completes paths to whole addresses. */
    private static String target(Reply redirect) {
        URI location = URI.create(redirect.header("Location"));
        return location.getRawQuery() == null
                ? location.getRawPath()
                : location.getRawPath() + "?" + location.getRawQuery();
    }
}
