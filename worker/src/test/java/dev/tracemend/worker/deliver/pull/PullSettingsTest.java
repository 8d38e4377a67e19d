package dev.tracemend.worker.deliver.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/shop.git,     https://github.com/acme/shop.git",
        "https://ada:pw@github.com/acme/shop,  https://github.com/acme/shop.git",
        "git@github.com:acme/shop.git,         https://github.com/acme/shop.git",
        "ssh://git@gitlab.com:22/a/b/shop.git, https://gitlab.com/a/b/shop.git",
        "http://127.0.0.1:99/acme/shop.git/,   http://127.0.0.1:99/acme/shop.git",
    })
    void readsWhatRemotesLookLike(String remote, String repository) {
        assertThat(RemoteProject.of(remote).orElseThrow().repository()).isEqualTo(URI.create(repository));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/git/shop.git",
                "../shop",
                "file:///srv/shop.git",
                "ext::sh -c id",
                "https://github.com/shop",
                "https://github.com/acme/../x",
                "https://github.com/acme/shop?x=1",
                "git@github.com:acme/sh op",
                ""
            })
    void readsNothingElse(String remote) {
        assertThat(RemoteProject.of(remote)).isEmpty();
    }

    @Test
    void aTokenGoesToTheServerItWasMadeForAndToNoOther() {
        Map<String, String> gitHub = Map.of("GITHUB_TOKEN", "t");
        PullSettings settings =
                PullSettings.of(gitHub, "git@github.com:acme/shop.git", 3).orElseThrow();
        assertThat(settings.api()).isEqualTo(URI.create("https://api.github.com"));
        assertThat(settings.perDay()).isEqualTo(3);
        assertThat(settings.toString()).doesNotContain("t\"").isEqualTo("GITHUB acme/shop at https://api.github.com");
        assertThat(PullSettings.of(Map.of("GITLAB_TOKEN", "t"), "https://gitlab.com/a/b.git", 3)
                        .orElseThrow()
                        .api())
                .isEqualTo(URI.create("https://gitlab.com/api/v4"));
        assertThat(PullSettings.of(Map.of("GITHUB_TOKEN", "h", "GITLAB_TOKEN", "l"), "https://gitlab.com/a/b.git", 3)
                        .orElseThrow()
                        .token())
                .isEqualTo("l");
        assertThat(PullSettings.of(
                                Map.of("GITHUB_TOKEN", "t", "GITHUB_API_URL", "https://git.acme.com/api/v3/"),
                                "git@git.acme.com:acme/shop.git",
                                3)
                        .orElseThrow()
                        .api())
                .isEqualTo(URI.create("https://git.acme.com/api/v3"));
        assertThatThrownBy(() -> PullSettings.of(gitHub, "https://evil.example/acme/shop.git", 3))
                .hasMessageContaining("not for the server");
        assertThatThrownBy(() -> PullSettings.of(
                        Map.of("GITHUB_TOKEN", "t", "GITHUB_API_URL", "https://git.acme.com/api/v3"),
                        "https://evil.example/acme/shop.git",
                        3))
                .hasMessageContaining("not for the server");
        assertThatThrownBy(() -> PullSettings.of(gitHub, "/srv/shop.git", 3)).hasMessageContaining("names no project");
        assertThat(PullSettings.of(Map.of(), "/srv/shop.git", 3)).isEmpty();
    }
}
