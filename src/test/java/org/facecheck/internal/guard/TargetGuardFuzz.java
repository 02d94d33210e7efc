package org.facecheck.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard lets through has one reading, and what is remembered leads back into the application. */
class TargetGuardFuzz {
    @ValueSource(
            strings = {
                "/app/secure/page?x=1",
                "/app/a;v=1",
                "/app/%C3%A4%20+.jsp;jsessionid=abc",
                "/app/..;/secure",
                "/app/%2e%2e/secure",
                "/app/./secure//%2f",
                "//evil.example/app/",
                "/app/\\evil?\r\nX: y"
            })
    @FuzzTest
    void a_target_that_is_let_through_has_one_reading(@NotNull String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        if (TargetGuard.isPlain(path)) {
            assertThat(TargetGuard.isSuspiciousByEveryRule(path)).isFalse();
        }
        if (!TargetGuard.isSuspicious(path)) {
            assertThat(withoutParameters(path)).isEqualTo(withoutParameters(decoded(path)));
            assertThat(decoded(path)).doesNotContainPattern("[\\x00-\\x1f\\x7f\\\\%]|//|/\\.{1,2}(;.*)?(/|$)|;[^;]*/");
        }
        Optional<String> kept = RequestTarget.of(FakeRequest.get(target)).map(RequestTarget::text);
        kept.ifPresent(back -> {
            assertThat(back).isEqualTo(target).startsWith("/app/").doesNotContainPattern("[\\x00-\\x20\\x7f]");
        });
    }

    /** The segments as a reader that decodes first, and one that cuts parameters off first, see them. */
    private static String withoutParameters(String path) {
        return decoded(path.replaceAll("(?s);.*", ""));
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
