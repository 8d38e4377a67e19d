package dev.tracemend.worker.deliver.pull;

import dev.tracemend.contracts.CheckStep;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words a pull request: what failed, why, the change, how it was proved, what it cost, how to refuse it. What logs,
 * sources and models say stands as text: it can mention nobody, close nothing, load nothing.
 */
public final class PullText {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PART = 4_000;
    private static final int LONGEST_DIFF = 20_000;
    private static final int LONGEST_INLINE = 1_500;
    private static final int LONGEST_DETAIL = 300;
    private static final int MOST_LINES = 40;
    private static final int MOST_STEPS = 20;
    private static final String BEGIN = "<!-- tracemend: what stands between these two lines is kept up to date -->";
    private static final String END = "<!-- tracemend: end -->";

    private PullText() {}

    /**
     * A title, and a body in Markdown.
     *
     * @param fingerprint of the cause
     */
    public record Worded(String fingerprint, String title, String body) {
        /** The body between its marks. */
        String whole() {
            return BEGIN + "\n" + body + "\n" + END + "\n";
        }

        /** Into a text that people may have added to: only what stands between the marks is replaced. */
        String into(String existing) {
            int from = existing.indexOf(BEGIN);
            int to = existing.indexOf(END);
            if (from < 0 || to < from) {
                return existing.isBlank() ? whole() : existing.stripTrailing() + "\n\n" + whole();
            }
            return existing.substring(0, from) + whole().stripTrailing() + existing.substring(to + END.length());
        }
    }

    /** Words a result that holds a change; {@code log} are lines of the context it answers, already masked. */
    public static Worded of(FixResult result, List<String> log) {
        StringBuilder body = new StringBuilder();
        part(body, "What failed", inline(result.title()) + count(result));
        fenced(body, "", String.join("\n", log.stream().limit(MOST_LINES).toList()), LONGEST_PART);
        part(body, "Cause", inline(result.rootCause().text()));
        if (!result.rootCause().evidence().isEmpty()) {
            fenced(body, "", String.join("\n", result.rootCause().evidence()), LONGEST_PART);
        }
        part(
                body,
                "Change",
                inline(result.summary())
                        + (result.patch().symptom()
                                ? " *It guards the place that failed; it does not mend the value that got there.*"
                                : ""));
        fenced(body, "diff", result.patch().diff(), LONGEST_DIFF);
        part(body, "Proof", proof(result));
        fenced(body, language(result), result.verification().reproducer(), LONGEST_DIFF / 2);
        part(body, "How it was made", cost(result));
        part(
                body,
                "If you do not want it",
                "Close it. It is not opened again, and this cause is left alone until the"
                        + " code changed there. To merge it, mark it ready for review.");
        body.append("\nFingerprint `")
                .append(word(result.fingerprint()))
                .append("`, result `")
                .append(word(result.id()))
                .append("`.");
        return new Worded(result.fingerprint(), title(result), body.toString().strip());
    }

    private static String title(FixResult result) {
        String text = plain(result.summary().isBlank() ? result.title() : result.summary());
        String one = text.replaceAll("\\s+", " ").strip();
        return cut(neutral(one.isEmpty() ? "Fix " + word(result.fingerprint()) : one), LONGEST_TITLE);
    }

    private static String count(FixResult result) {
        return result.count() > 1 ? " (" + result.count() + " times)" : "";
    }

    private static String proof(FixResult result) {
        if (result.verdict() != Verdict.VERIFIED) {
            return "**Not proved.** " + inline(result.why());
        }
        String steps = result.verification().steps().stream()
                .limit(MOST_STEPS)
                .map(PullText::step)
                .collect(Collectors.joining("\n"));
        String sandbox = result.verification().sandbox();
        return "Verified at " + word(result.git().base()) + (sandbox.isBlank() ? "" : ", sandbox: " + inline(sandbox))
                + "\n\n" + steps;
    }

    private static String step(CheckStep step) {
        return "- " + (step.passed() ? "✓ " : "✗ ") + inline(step.name()) + ": "
                + inline(cut(step.detail(), LONGEST_DETAIL));
    }

    private static String cost(FixResult result) {
        double seconds = result.durations().getOrDefault("total", 0.0);
        String by = result.mode().equals("llm")
                ? "with the model " + inline(result.model().name()) + ", "
                        + result.model().calls() + " calls, "
                        + (result.model().tokensIn() + result.model().tokensOut()) + " tokens"
                : "by rules, without a model";
        return by + ", " + result.tries() + " candidates judged"
                + (seconds > 0 ? String.format(Locale.ROOT, ", %.1f s", seconds) : "");
    }

    private static String language(FixResult result) {
        return result.patch().files().stream().allMatch(file -> file.endsWith(".java")) ? "java" : "";
    }

    private static void part(StringBuilder body, String heading, String text) {
        if (!text.isBlank()) {
            body.append("\n### ").append(heading).append("\n\n").append(text).append('\n');
        }
    }

    /** A fence longer than any run of back-ticks within. */
    private static void fenced(StringBuilder body, String language, String text, int longest) {
        String cut = cut(plain(text).stripTrailing(), longest);
        if (cut.isBlank()) {
            return;
        }
        String fence = "```";
        while (cut.contains(fence)) {
            fence += "`";
        }
        body.append('\n')
                .append(fence)
                .append(language)
                .append('\n')
                .append(cut)
                .append('\n')
                .append(fence)
                .append('\n');
    }

    /** Text within a paragraph: no mark-up, no mention, no reference, no link. */
    private static String inline(String text) {
        String one = cut(plain(text).replaceAll("\\s+", " ").strip(), LONGEST_INLINE);
        return neutral(one.replaceAll("([\\\\`*_{}\\[\\]<>()!|~])", "\\\\$1"));
    }

    /** A zero-width space after what would call a person, another issue or a site. */
    private static String neutral(String text) {
        return text.replaceAll("([@#]|(?i:GH-))(?=\\w)", "$1\u200b")
                .replaceAll("(?i)(https?|www)(?=[:.])", "$1\u200b")
                .replaceAll("!(?=\\d)", "!\u200b");
    }

    /** Without terminal sequences, control characters and marks that turn the direction of text. */
    private static String plain(String text) {
        return text.replace("<!-- tracemend", "<!- tracemend")
                .replaceAll("\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?", "")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]", "");
    }

    private static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
