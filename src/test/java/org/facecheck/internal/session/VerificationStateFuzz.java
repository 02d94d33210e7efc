package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.facecheck.fake.Choices;
import org.facecheck.fake.FakeRequest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as a token: only those that were issued are good, each once. */
class VerificationStateFuzz {
    @MethodSource("org.facecheck.fake.Choices#seeds")
    @FuzzTest
    void a_token_is_good_once_if_it_was_issued(byte[] bytes) {
        Choices data = new Choices(bytes);
        FaceCheckSession session = FaceCheckSession.of(FakeRequest.get("/app/facecheck"));
        List<FormToken> issued = new ArrayList<>();
        Set<FormToken> redeemed = new HashSet<>();
        while (data.remain()) {
            if (data.yes()) {
                issued.add(0, session.issueToken());
            } else {
                FormToken token = new FormToken(
                        issued.isEmpty() || data.yes()
                                ? data.text(40)
                                : data.of(issued).text() + data.text(1));
                boolean good = session.redeem(token) == FormToken.Status.VALID;
                assertThat(!good || (issued.contains(token) && redeemed.add(token)))
                        .isTrue();
                assertThat(session.statusOf(token)).isNotEqualTo(FormToken.Status.VALID);
            }
        }
        issued.stream()
                .limit(1)
                .filter(latest -> !redeemed.contains(latest))
                .forEach(latest -> assertThat(session.redeem(latest)).isEqualTo(FormToken.Status.VALID));
    }
}
