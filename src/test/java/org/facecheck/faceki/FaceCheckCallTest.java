package org.facecheck.faceki;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.config.ServiceConfig;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaceCheckCallTest {

    @Test
    void a_token_that_is_refused_when_the_picture_is_gone_is_trouble_and_nothing_is_sent_again() {
        try (FakeService service = FakeService.v2();
                CallThreads threads = new CallThreads(1)) {
            ServiceConfig config = service.config();
            HttpCalls calls = new HttpCalls(config, threads, service.clock);
            TokenCall token = new TokenCall(config, calls, service.clock);
            AccessTokens tokens = new AccessTokens(token::complete, service.clock);
            service.checkAnswers(aResponse().withStatus(401));
            CompletableFuture<FaceMatch> result = new CompletableFuture<>();

            new FaceCheckCall(config, tokens, calls, Runnable::run).complete(result, FakeService.selfie());

            assertThat(result.orTimeout(30, TimeUnit.SECONDS).join())
                    .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                    .extracting(Trouble::cause)
                    .isEqualTo(Cause.UNAVAILABLE);
            assertThat(service.checks()).isEqualTo(1);
            calls.close();
        }
    }
}
