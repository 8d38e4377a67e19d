package dev.tracemend.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolicyReadingTest {

    @Test
    void pinsEveryDefault() {
        Policy policy = Policy.DEFAULT;

        assertThat(policy.mode()).isEqualTo(PolicyMode.ASK);
        assertThat(policy.minEvents()).isEqualTo(1);
        assertThat(policy.quiet()).isZero();
        assertThat(policy.incident()).isEqualTo(new Limits(3, Duration.ofMinutes(30), 500_000, 3));
        assertThat(policy.hour()).isEqualTo(new Limits(60, Duration.ofHours(2), 2_000_000, 10));
        assertThat(policy.day()).isEqualTo(new Limits(500, Duration.ofHours(12), 10_000_000, 50));
        assertThat(policy.priceIn()).isZero();
        assertThat(policy.priceOut()).isZero();
        assertThat(policy.neverTouch())
                .containsExactly(
                        ".git/**",
                        "**/.git/**",
                        "**/.env",
                        "**/.env.*",
                        "**/*.pem",
                        "**/*.key",
                        "**/id_rsa*",
                        "**/.ssh/**");
        assertThat(policy.askFor().keySet())
                .containsExactly("build-files", "ci", "dependencies", "secrets", "migrations");
        assertThat(policy.stormCauses()).isEqualTo(100);
        assertThat(policy.stormWithin()).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.stormPause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(policy.approvalExpires()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.closeWindows()).isEqualTo(3);
        assertThat(policy.window()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void anEmptyFileIsNothingButDefaults() {
        assertThat(PolicyReading.of(null, "p.yml")).isEqualTo(Policies.DEFAULT);
        assertThat(PolicyReading.of(Map.of(), "p.yml").of("app")).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void aTopicTakesWhatItDoesNotSayFromTheDefaultOfTheFile() {
        Policies policies = PolicyReading.of(
                Map.of(
                        "default", Map.of("mode", "observe", "min-events", 5, "quiet", "90s"),
                        "topics",
                                Map.of(
                                        "app",
                                        Map.of(
                                                "mode",
                                                "apply",
                                                "budgets",
                                                Map.of("hour", Map.of("money", 0.5)),
                                                "ask-for",
                                                Map.of("ci", List.of(), "docs", List.of("docs/**"))))),
                "p.yml");

        assertThat(policies.of("other").mode()).isEqualTo(PolicyMode.OBSERVE);
        Policy app = policies.of("app");
        assertThat(app.mode()).isEqualTo(PolicyMode.APPLY);
        assertThat(app.minEvents()).isEqualTo(5);
        assertThat(app.quiet()).isEqualTo(Duration.ofSeconds(90));
        assertThat(app.hour()).isEqualTo(new Limits(60, Duration.ofHours(2), 2_000_000, 0.5));
        assertThat(app.askFor()).containsEntry("ci", List.of()).containsEntry("docs", List.of("docs/**"));
        assertThat(app.askFor().get("migrations")).isNotEmpty();
    }

    @Test
    void whatIsWrongIsToldWithThePlaceAndTheRemedy() {
        refused(Map.of("defaults", Map.of()), "p.yml: unknown key \"defaults\"; did you mean \"default\"?");
        refused(
                Map.of("topics", Map.of("app", Map.of("min-event", 2))),
                "p.yml: topics: app: unknown key \"min-event\"; did you mean \"min-events\"?");
        refused(
                Map.of("default", Map.of("budgets", Map.of("hour", Map.of("token", 2)))),
                "p.yml: default: budgets: hour: unknown key \"token\"; did you mean \"tokens\"?");
        // What is like nothing is not called a slip of anything.
        refused(Map.of("colour", "red"), "p.yml: unknown key \"colour\"; it may hold default, topics");
        refused(Map.of("default", Map.of("mode", "auto")), "none of observe, ask, branch, apply");
        refused(Map.of("default", Map.of("quiet", 5)), "quiet is \"5\"; expected a time such as 90s");
        refused(Map.of("default", Map.of("min-events", -1)), "a whole number from 0");
        refused(Map.of("default", Map.of("never-touch", "a")), "a list of globs");
        refused(Map.of("default", Map.of("never-touch", List.of("a{"))), "\"a{\" is no glob");
        refused(Map.of("topics", Map.of("My.App", Map.of())), "\"My.App\" is no topic's name");
        refused(List.of("a"), "expected lines of the form \"key: value\"");
    }

    @Test
    void whateverAFileHoldsItIsAPolicyOrAnExceptionThatNamesTheFile() {
        Random random = new Random(21);
        for (int i = 0; i < 5_000; i++) {
            try {
                assertThat(PolicyReading.of(anything(random, 4), "p.yml")).isNotNull();
            } catch (PolicyException e) {
                assertThat(e).hasMessageStartingWith("p.yml");
            }
        }
    }

    private static Object anything(Random random, int depth) {
        List<String> keys = List.of("default", "topics", "mode", "budgets", "hour", "time", "ask-for", "app", "quiet");
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> "10m";
            case 1 -> random.nextInt(5);
            case 2 -> random.nextDouble();
            case 3 -> true;
            case 4 -> "ask";
            case 5 -> new ArrayList<>(List.of(anything(random, depth - 1)));
            default ->
                Map.of(
                        keys.get(random.nextInt(4)), anything(random, depth - 1),
                        keys.get(4 + random.nextInt(5)), anything(random, depth - 1));
        };
    }

    private static void refused(Object root, String message) {
        assertThatThrownBy(() -> PolicyReading.of(root, "p.yml"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(message);
    }
}
