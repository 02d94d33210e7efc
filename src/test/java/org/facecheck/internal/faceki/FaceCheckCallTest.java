package org.facecheck.internal.faceki;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Trouble;
import org.facecheck.fake.FakeService;
import org.facecheck.internal.config.ServiceConfig;
import org.facecheck.internal.faceki.http.ClientThreads;
import org.facecheck.internal.faceki.http.HttpExchanges;
import org.facecheck.internal.faceki.token.AccessTokenCache;
import org.facecheck.internal.faceki.token.TokenRequester;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaceCheckCallTest {

    @Test
    void a_token_that_is_refused_when_the_picture_is_gone_is_trouble_and_nothing_is_sent_again() {
        try (FakeService service = FakeService.v2();
                ClientThreads threads = new ClientThreads(1)) {
            ServiceConfig config = service.config();
            HttpExchanges calls = new HttpExchanges(config, threads, service.clock);
            TokenRequester token = new TokenRequester(config, calls, service.clock);
            AccessTokenCache tokens = new AccessTokenCache(token::complete, service.clock);
            service.checkAnswers(aResponse().withStatus(401));
            CompletableFuture<FaceMatch> result = new CompletableFuture<>();

            new FaceCheckCall(config, tokens, calls, Runnable::run).complete(result, FakeService.selfie(), null);

            assertThat(result.orTimeout(30, TimeUnit.SECONDS).join())
                    .asInstanceOf(InstanceOfAssertFactories.type(Trouble.class))
                    .extracting(Trouble::cause)
                    .isEqualTo(Cause.UNAVAILABLE);
            assertThat(service.checks()).isEqualTo(1);
            calls.close();
        }
    }
}
