package org.facecheck.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.FakeResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TargetGuardFilterTest {
    private final FakeResponse response = new FakeResponse();

    private boolean lets(FakeRequest request) throws Exception {
        AtomicBoolean through = new AtomicBoolean();
        new TargetGuardFilter().doFilter(request, response, (given, answer) -> through.set(given == request));
        return through.get();
    }

    @Test
    void an_ordinary_target_goes_through() throws Exception {
        assertThat(lets(FakeRequest.get("/app/secure/page?x=..%2f.."))).isTrue();
        assertThat(response.isUntouched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "INCLUDE")
    void a_suspicious_one_is_refused_however_it_was_dispatched(DispatcherType dispatch) throws Exception {
        response.getWriter().print("PROTECTED");

        assertThat(lets(FakeRequest.get("/app/a/..;/secure/page").dispatched(dispatch)))
                .isFalse();

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(response.text()).startsWith("400: ").doesNotContain("PROTECTED", "secure");
    }

    @Nested
    class An_include {
        private FakeRequest include(String target) {
            return FakeRequest.get("/app/page")
                    .dispatched(DispatcherType.INCLUDE)
                    .attribute(RequestDispatcher.INCLUDE_REQUEST_URI, target);
        }

        @Test
        void is_judged_by_its_own_target() throws Exception {
            assertThat(lets(include("/app/fragment"))).isTrue();
            assertThat(lets(include("/app/a/../fragment"))).isFalse();
        }

        @Test
        void by_name_has_no_target() throws Exception {
            assertThat(lets(include(null))).isTrue();
        }
    }

    @Test
    void where_some_of_the_answer_has_gone_out_nothing_follows() throws Exception {
        response.committed();

        assertThat(lets(FakeRequest.get("/app//page"))).isFalse();
        assertThat(response.isUntouched()).isTrue();
    }
}
