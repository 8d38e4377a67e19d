package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rules of a file that group errors otherwise than the fingerprint does, one a line; the first that matches decides.
 *
 * <pre>
 * # one cause, however it shows
 * type:*SocketTimeoutException message:"*gateway*" -> gateway-down
 * # a cause for each logger
 * message:"quota of * exceeded" -> quota {{ logger }}
 * logger:com.acme.noise.* -> !ignore
 * level:WARN message:"*stock is negative*" -> !error
 * </pre>
 */
public final class GroupingRules {
    /** No rules. */
    public static final GroupingRules NONE = new GroupingRules(List.of());

    private static final int MOST_RULES = 1_000;

    private final List<GroupingRule> rules;

    private GroupingRules(List<GroupingRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads the lines of a file; an {@link IllegalArgumentException} names the line that cannot be read and its remedy. */
    public static GroupingRules of(List<String> lines) {
        List<GroupingRule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(rule(line, i + 1));
            }
        }
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException(
                    rules.size() + " rules are too many; at most " + MOST_RULES + " are read");
        }
        return rules.isEmpty() ? NONE : new GroupingRules(rules);
    }

    Optional<GroupingRule> match(LineFacts facts, StackTrace trace) {
        for (GroupingRule rule : rules) {
            if (rule.matches(facts, trace)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static GroupingRule rule(String line, int number) {
        int arrow = line.lastIndexOf(" -> ");
        if (arrow < 0) {
            throw wrong(number, "has no \" -> \"; write conditions -> name, or -> !ignore, or -> !error");
        }
        String group = line.substring(arrow + 4).strip();
        if (group.isEmpty()) {
            throw wrong(number, "says no name behind \" -> \"");
        }
        GroupingRule.Action action =
                switch (group) {
                    case "!ignore" -> GroupingRule.Action.IGNORE;
                    case "!error" -> GroupingRule.Action.ERROR;
                    default -> GroupingRule.Action.GROUP;
                };
        String name = action == GroupingRule.Action.ERROR ? "{{ default }}" : group;
        return new GroupingRule(line, matchers(line.substring(0, arrow), number), action, name);
    }

    private static List<GroupingRule.Matcher> matchers(String text, int number) {
        List<GroupingRule.Matcher> matchers = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            int colon = text.indexOf(':', at);
            if (colon < 0) {
                throw wrong(number, "has a condition without a colon; write field:pattern");
            }
            boolean quoted = colon + 1 < text.length() && text.charAt(colon + 1) == '"';
            int end = quoted ? text.indexOf('"', colon + 2) : HeadWord.wordEnd(text, colon + 1);
            if (end < 0) {
                throw wrong(number, "has a quote that is not closed");
            }
            String pattern = text.substring(quoted ? colon + 2 : colon + 1, end);
            matchers.add(new GroupingRule.Matcher(field(text.substring(at, colon), number), pattern));
            at = end + 1;
        }
        if (matchers.isEmpty()) {
            throw wrong(number, "has no condition; write type:, message:, logger:, level: or frame: and a pattern");
        }
        return matchers;
    }

    private static GroupingRule.Field field(String name, int number) {
        for (GroupingRule.Field field : GroupingRule.Field.values()) {
            if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
                return field;
            }
        }
        throw wrong(number, "looks at \"" + name + "\"; there are type, message, logger, level and frame");
    }

    private static IllegalArgumentException wrong(int number, String what) {
        return new IllegalArgumentException("line " + number + " " + what);
    }
}
