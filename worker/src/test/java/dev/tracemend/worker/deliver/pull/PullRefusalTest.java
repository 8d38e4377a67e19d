package dev.tracemend.worker.deliver.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server that is busy, refuses or loses an answer makes of a delivery, on GitHub and GitLab. */
@Timeout(60)
class PullRefusalTest {
    @TempDir
    private Path folder;

    private ForgedShop shop;

    @AfterEach
    void stop() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void waitsOutAShortRateLimitAndHandsALongOneBackWithItsTime(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        shop.forge()
                .refuse(
                        which == PullSettings.Kind.GITHUB ? 403 : 429,
                        "{\"message\":\"slow\"}",
                        Map.of("Retry-After", "1"));
        String commit = shop.fix("cafe06", 1);
        assertThat(shop.deliver(ForgedShop.draft("cafe06", 1, commit))).isInstanceOf(PullOutcome.Opened.class);

        String reset = Long.toString(Instant.now().getEpochSecond() + 1_800);
        shop.forge()
                .refuse(
                        403,
                        "{\"message\":\"API rate limit exceeded\"}",
                        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset));
        int before = shop.forge().requests().size();
        PullOutcome.NotTaken limited = (PullOutcome.NotTaken) shop.deliver(ForgedShop.draft("cafe06", 1, commit));

        assertThat(limited.retriable()).isTrue();
        assertThat(limited.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(1_700), Duration.ofSeconds(1_800));
        assertThat(limited.message()).contains("no more requests for now");
        assertThat(shop.forge().requests()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsAMissingScopeABadTokenAnUnknownProjectAndAServerOutOfOrderApart(PullSettings.Kind which)
            throws IOException {
        shop = new ForgedShop(which, folder);
        PullDraft draft = ForgedShop.draft("cafe07", 1, shop.fix("cafe07", 1));
        shop.refuseForScope();
        assertThat(shop.refused(draft, false))
                .contains("may not open pull requests")
                .containsPattern("pull_requests=write|api");
        if (shop.gitHub()) {
            shop.forge()
                    .refuse(
                            404,
                            "{\"message\":\"Not Found\"}",
                            Map.of("X-OAuth-Scopes", "gist, read:org", "X-Accepted-OAuth-Scopes", "repo"));
            assertThat(shop.refused(draft, false)).contains("give it the scope repo");
        }
        shop.forge().refuse(401, "{\"message\":\"Bad credentials\"}", Map.of());
        assertThat(shop.refused(draft, false)).contains("expired or was revoked");
        shop.forge().refuse(404, "{\"message\":\"404 Project Not Found\"}", Map.of());
        assertThat(shop.refused(draft, false)).contains("no project acme/shop");
        for (int i = 0; i < ForgedShop.TRIES; i++) {
            shop.forge().refuse(502, "<html>bad gateway</html>", Map.of());
        }
        assertThat(shop.refused(draft, true)).contains("out of order");
        shop.forge().close();
        assertThat(shop.refused(draft, true)).contains("did not answer");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWhoseAnswerWasLostIsFoundInsteadOfDoubled(PullSettings.Kind which) throws IOException {
        shop = new ForgedShop(which, folder);
        String commit = shop.fix("cafe08", 1);
        shop.deliver(ForgedShop.draft("cafe08", 1, commit));
        // The list says nothing of it yet, as after an answer that was lost.
        shop.forge().refuse(200, "[]", Map.of());
        shop.forge().refuse(200, "[]", Map.of());

        assertThat(shop.deliver(ForgedShop.draft("cafe08", 1, commit))).isInstanceOf(PullOutcome.Updated.class);
        assertThat(shop.forge().pulls()).hasSize(1);
    }
}
