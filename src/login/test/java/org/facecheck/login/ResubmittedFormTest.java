package org.facecheck.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.junit.jupiter.api.Test;

class ResubmittedFormTest {
    private final Map<String, String> headers = new TreeMap<>();

    private String page(String target, String body) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ServletOutputStream stream = new ServletOutputStream() {
            @Override
            public void write(int octet) {
                sent.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                ResubmittedFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getOutputStream" -> stream;
                    case "setHeader" -> headers.put((String) given[0], (String) given[1]);
                    case "setContentType" -> headers.put("Content-Type", (String) given[0]);
                    case "setContentLength" -> headers.put("Content-Length", given[0].toString());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        new ResubmittedForm(
                        target,
                        new Form("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.ISO_8859_1)))
                .write(response);
        assertThat(headers).containsEntry("Content-Length", String.valueOf(sent.size()));
        return sent.toString(StandardCharsets.UTF_8);
    }

    @Test
    void each_field_is_there_in_its_order_and_no_value_is_markup() throws IOException {
        assertThat(page("/app/orders?a=1&b=2", "b=2&a=%22%3E%3Cscript%3E&b=1&empty=&alone&&c=1%2B1+%3D+2"))
                .contains("action=\"/app/orders?a=1&amp;b=2\"")
                .contains("""
                        <input type="hidden" name="b" value="2">
                        <input type="hidden" name="a" value="&quot;&gt;&lt;script&gt;">
                        <input type="hidden" name="b" value="1">
                        <input type="hidden" name="empty" value="">
                        <input type="hidden" name="alone" value="">

                        <input type="hidden" name="c" value="1+1 = 2">
                        """.strip());
    }

    @Test
    void utf_8_is_sent_as_utf_8() throws IOException {
        assertThat(page("/app/orders", "what=%C3%9C%E2%82%AC%0D%0A"))
                .contains("accept-charset=\"UTF-8\"", "value=\"\u00dc\u20ac&#13;&#10;\"");
    }

    /** Its octets are those of ISO 8859-1, with characters for the rest. */
    @Test
    void all_else_is_sent_as_windows_1252_octet_by_octet() throws IOException {
        assertThat(page("/app/orders", "what=%DC%80%81&other=%C3%9C"))
                .contains("accept-charset=\"windows-1252\"", "value=\"\u00dc\u20ac\u0081\"", "value=\"\u00c3\u0153\"");
    }

    @Test
    void what_a_percent_sign_does_not_encode_stays() throws IOException {
        assertThat(page("/app/orders", "what=100%&x=%4")).contains("value=\"100%\"", "value=\"%4\"");
    }

    @Test
    void only_its_own_script_runs_and_no_cache_keeps_it() throws IOException {
        String page = page("/app/orders", "what=1");

        String policy = headers.get("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'; ").contains("script-src 'nonce-");
        assertThat(page).contains("<script nonce=\"" + policy.replaceAll(".*'nonce-([^']*)'.*", "$1") + "\">");
        assertThat(headers)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Type", "text/html;charset=UTF-8");
    }
}
