package dev.tracemend.worker.deliver.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.worker.deliver.SampleResults;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullTextTest {
    private static final PatchInfo PATCH = new PatchInfo(
            "git",
            "diff --git a/Cart.java b/Cart.java\n+    int total = 0;\n",
            List.of("Cart.java"),
            1,
            0,
            "null",
            false);

    @Test
    void tellsWhatFailedWhyHowItWasProvedAndHowToRefuseIt() {
        PullText.Worded text = PullText.of(
                result("Start the total at zero", "the total is never set"), List.of("ERROR total is null"));

        assertThat(text.title()).isEqualTo("Start the total at zero");
        assertThat(text.body())
                .contains(
                        "### What failed",
                        "(3 times)",
                        "```\nERROR total is null\n```",
                        "### Cause\n\nthe total is never set",
                        "```diff\ndiff --git",
                        "Verified at abc, sandbox: bubblewrap",
                        "- ✓ compile: compiles",
                        "class Reproduction",
                        "by rules, without a model",
                        "Close it. It is not opened again",
                        "Fingerprint `fp`, result `app-1`");
    }

    @Test
    void whatStrangersSaidMentionsNobodyClosesNothingAndLoadsNothing() {
        String evil = "@ada fixes #12, closes GH-7 https://evil.example/x ![x](http://evil.example/p.png)"
                + " <img src=//evil.example> [click](javascript:1) \u001b[31mred\u202e `code`";
        PullText.Worded text =
                PullText.of(result(evil, evil), List.of("``` @ada", "<!-- tracemend: end -->", "```` x"));

        for (String part :
                List.of(text.title(), text.body().substring(0, text.body().indexOf("`````")))) {
            assertThat(part).doesNotContain("@ada", "#12", "GH-7", "https:", "http:", "\u001b", "\u202e");
        }
        // A title is text for both servers; a body is Markdown.
        assertThat(text.body()).doesNotContainPattern("(?<!\\\\)<img").doesNotContainPattern("(?<!\\\\)\\]\\(");
        assertThat(text.title()).hasSizeLessThanOrEqualTo(130);
        assertThat(text.body()).contains("`````\n``` @ada\n").doesNotContain("<!-- tracemend");
        assertThat(text.into("A\n" + text.whole() + "B")).isEqualTo("A\n" + text.whole() + "B");
    }

    @Test
    void isBoundedWhateverItIsGiven() {
        PatchInfo huge = new PatchInfo("git", "+x\n".repeat(200_000), List.of("a"), 1, 0, "model", true);
        FixResult result = SampleResults.worded(
                "fp", "app-1", Verdict.PROPOSED, huge, GitBase.NONE, "s".repeat(100_000), "c".repeat(100_000));

        PullText.Worded text = PullText.of(result, List.of("l".repeat(100_000)));

        assertThat(text.whole().length()).isLessThanOrEqualTo(Forge.LONGEST_BODY);
        assertThat(text.body()).contains("**Not proved.**", "It guards the place that failed");
    }

    @Test
    void aTextWithoutMarksIsKeptAndAddedTo() {
        PullText.Worded text = new PullText.Worded("fp", "t", "new");
        assertThat(text.into("A person's words"))
                .startsWith("A person's words\n\n")
                .contains("new");
        assertThat(text.into("")).isEqualTo(text.whole());
    }

    private static FixResult result(String summary, String cause) {
        return SampleResults.worded("fp", "app-1", Verdict.VERIFIED, PATCH, new GitBase("abc", "main"), summary, cause);
    }
}
