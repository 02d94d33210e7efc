package org.facecheck.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secure%2fx",
                "/secure%2Fx",
                "/a%5cb",
                "/a%5Cb",
                "/a\\b",
                "/a%25b",
                "/a%3bb",
                "/a%3Bb",
                "/a%00b",
                "/a%0d%0ab",
                "/a%7fb",
                "/a\tb",
                "//a",
                "/a//b",
                "/./a",
                "/a/./b",
                "/a/.",
                "/../a",
                "/a/../b",
                "/a/..",
                "/%2e/a",
                "/%2e%2e/a",
                "/a/%2E.",
                "/a/.%2e/b",
                "/a;x/b",
                "/..;/a",
                "/a/..;x=1/b",
                "/a;/b",
                "/a/..;",
                "/a%",
                "/a%2",
                "/a%zz",
                "/%c0%ae/a",
                "/%c1%9c",
                "/%e0%80%af/%f8",
                "/%f5"
            })
    void a_target_that_can_be_read_in_two_ways_is_suspicious(String target) {
        assertThat(TargetGuard.isSuspicious(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app/",
                "/a/b/",
                "/a.b",
                "/a/...",
                "/a/.well-known/x",
                "/a/..b",
                "/a;jsessionid=0Az.node1",
                "/a;v=1",
                "/a/;x=..",
                "/%C3%BCberstunden",
                "/gr%20o%C3%9F",
                "/a+b",
                "/a%3Fb",
                "/a%23b",
                "/a:b@c!$&'()*,=~-_",
                "/a;x=1;y=2",
                "/%F0%9F%98%80",
                "/%F4%80%80%80",
                "/.a/b",
                "/a./b",
                "/überstunden"
            })
    void an_ordinary_target_is_not(String target) {
        assertThat(TargetGuard.isSuspicious(target)).isFalse();
    }

    @Test
    void a_missing_target_is_suspicious() {
        assertThat(TargetGuard.isSuspicious(null)).isTrue();
    }

    @Test
    void what_is_passed_as_plain_would_be_passed_by_every_rule() {
        String characters = "/./.ab%2e;\\ \u007f\u0001ü";
        Random random = new Random(1);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder target = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                target.append(characters.charAt(random.nextInt(characters.length())));
            }
            if (TargetGuard.isPlain(target.toString())) {
                plain++;
                assertThat(TargetGuard.isSuspiciousByEveryRule(target.toString()))
                        .as(target.toString())
                        .isFalse();
            }
        }
        assertThat(plain).isGreaterThan(10_000);
    }
}
