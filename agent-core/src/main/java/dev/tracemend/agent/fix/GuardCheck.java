package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tells from the text of a change whether it hides a failure rather than mends it: it catches what it did not catch before,
 * or, at the line that threw, it adds nothing but conditions around what stood there. What a model says of its own change
 * does not count.
 */
final class GuardCheck {
    private static final int NEAR = 3;
    private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\(|\\bexcept\\b|\\.catch\\(");
    private static final Pattern CONDITION = Pattern.compile(
            "[!=]=\\s*null|\\bis (not )?None|\\?\\.|\\?\\?|ofNullable|requireNonNullElse|isEmpty\\(|instanceof|Math\\.(max|min)\\("
                    + "|(<|>|<=|>=)\\s*[\\w.]+(\\(\\))?\\s*[\\)\\?]|\\.length\\b");
    private static final Pattern LEAVES = Pattern.compile(
            "(?m)^\\s*(\\}?\\s*(else\\s*)?if\\b.*|return\\b[^(]*;?|continue;?|break;?|pass|[{}]|\\}?\\s*else\\s*\\{?:?|//.*|#.*|\\s*)$");

    private final List<Site> sites;
    private final Function<String, Optional<String>> files;

    GuardCheck(List<Site> sites, Function<String, Optional<String>> files) {
        this.sites = sites;
        this.files = files;
    }

    /** Whether all edits together only guard or silence. */
    boolean guards(List<TextEdit> edits) {
        return edits.stream().anyMatch(this::silences)
                || !edits.isEmpty() && edits.stream().allMatch(this::onlyCondition);
    }

    private boolean silences(TextEdit edit) {
        return count(CATCH, edit.replacement()) > count(CATCH, before(edit));
    }

    private boolean onlyCondition(TextEdit edit) {
        if (!atFailure(edit)) {
            return false;
        }
        String before = before(edit);
        if (count(CONDITION, edit.replacement()) <= count(CONDITION, before)) {
            return false;
        }
        String kept = squeezed(before).replaceFirst("^return", "").replaceFirst(";$", "");
        boolean keeps = squeezed(edit.replacement()).contains(kept);
        return keeps || onlyLeaves(edit.replacement(), before);
    }

    /** Every line that is new is a condition or leaves. */
    private static boolean onlyLeaves(String after, String before) {
        List<String> old = before.lines().map(String::strip).toList();
        return after.lines()
                .map(String::strip)
                .filter(line -> !old.contains(line))
                .allMatch(line -> LEAVES.matcher(line).matches());
    }

    private boolean atFailure(TextEdit edit) {
        String text = files.apply(edit.path()).orElse("");
        int first = line(text, edit.start());
        int last = line(text, edit.end());
        return sites.stream()
                .limit(1)
                .anyMatch(site ->
                        site.path().equals(edit.path()) && site.line() >= first - NEAR && site.line() <= last + NEAR);
    }

    private String before(TextEdit edit) {
        String text = files.apply(edit.path()).orElse("");
        int end = Math.min(edit.end(), text.length());
        return text.substring(Math.min(edit.start(), end), end);
    }

    private static int line(String text, int at) {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
