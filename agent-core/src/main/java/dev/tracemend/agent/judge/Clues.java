package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Pools;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.logs.ThrownException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Picks values that may matter out of the exception's message, the log around it, and the sources. */
final class Clues {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{0,80})\"|'([^']{0,80})'|`([^`]{0,80})`");
    private static final Pattern NAMED = Pattern.compile(
            "([A-Za-z_][\\w.-]{0,30})\\s?[=:]\\s?(?:\"([^\"]{0,80})\"|'([^']{0,80})'|([^\\s,;)\\]}\"']{1,60}))");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])-?\\d{1,15}(?:\\.\\d{1,6})?(?![\\w-])");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?<![\\w/.-])(?=[\\w-]{0,40}[A-Za-z])(?=[\\w-]{0,40}\\d)[\\w-]{2,40}(?![\\w/-])");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.$])[A-Za-z][\\w-]{1,30}(?![\\w$(])");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]?|\\d\\d:\\d\\d:\\d\\d[.,\\d]*Z?");
    private static final Pattern QUERY = Pattern.compile("[?&]([\\w.-]{1,30})=([^\\s&#\"']{0,120})");
    private static final int MOST = 60;
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 2000;

    private final Set<String> messageTexts = new LinkedHashSet<>();
    private final Set<String> messageNumbers = new LinkedHashSet<>();
    private final Set<String> logTexts = new LinkedHashSet<>();
    private final Set<String> logNumbers = new LinkedHashSet<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();

    private Clues() {}

    /** All values, none that could name a place in the file system when {@code careful}. */
    static Pools pools(Evidence evidence, Map<String, SourceFacts> facts, boolean careful) {
        Clues clues = new Clues();
        for (ThrownException thrown : evidence.trace().chain()) {
            clues.message(thrown.message());
        }
        List<String> lines = evidence.log();
        // The error itself stands at the end of the window, more often than not.
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - MOST_LINES); i--) {
            clues.line(lines.get(i));
        }
        Set<String> near = new LinkedHashSet<>();
        Set<String> nearNumbers = new LinkedHashSet<>();
        Set<String> far = new LinkedHashSet<>();
        Set<String> farNumbers = new LinkedHashSet<>();
        List<String> sites = evidence.sites().stream().map(Site::path).toList();
        facts.forEach((path, fact) -> {
            (sites.contains(path) ? near : far).addAll(fact.texts());
            (sites.contains(path) ? nearNumbers : farNumbers).addAll(fact.numbers());
        });
        return new Pools(
                List.of(
                        some(clues.messageTexts, careful),
                        some(clues.logTexts, careful),
                        some(near, careful),
                        some(far, careful)),
                List.of(
                        some(clues.messageNumbers, false),
                        some(clues.logNumbers, false),
                        some(nearNumbers, false),
                        some(farNumbers, false)),
                clues.named(careful),
                separators(near));
    }

    private void message(String text) {
        String bounded = text.substring(0, Math.min(LONGEST_LINE, text.length()));
        // The run time's own messages quote source code and class names, not values.
        if (bounded.contains("because \"")
                || bounded.startsWith("Cannot ")
                || bounded.contains(" cannot be cast to ")) {
            return;
        }
        add(QUOTED, bounded, messageTexts);
        tail(bounded, messageTexts);
        String last = bounded.substring(bounded.lastIndexOf(' ') + 1);
        messageTexts.add(last.substring(last.lastIndexOf('.') + 1)); // an enum's absent constant ends its message
        add(IDENTIFIER, bounded, messageTexts);
        add(NUMBER, bounded, messageNumbers);
        names(bounded);
        add(WORD, bounded, logTexts);
    }

    private void line(String text) {
        if (text.startsWith("\tat ") || text.stripLeading().startsWith("at ")) {
            return;
        }
        String plain = TIME.matcher(text.substring(0, Math.min(LONGEST_LINE, text.length())))
                .replaceAll(" ");
        names(plain);
        queries(plain);
        add(QUOTED, plain, logTexts);
        add(IDENTIFIER, plain, logTexts);
        tail(plain, logTexts);
        add(NUMBER, plain, logNumbers);
    }

    private void names(String text) {
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find() && named.size() < MOST) {
            String value = group(matcher, 2);
            String name = matcher.group(1);
            String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            List<String> values = named.computeIfAbsent(last, key -> new ArrayList<>());
            if (!values.contains(value) && values.size() < 5) {
                values.add(value);
            }
            (NUMBER.matcher(value).matches() ? logNumbers : logTexts).add(value);
        }
    }

    /** The parameters of a logged address, as the service reads them. */
    private void queries(String text) {
        Matcher matcher = QUERY.matcher(text);
        while (matcher.find() && named.size() < MOST) {
            try {
                String value = URLDecoder.decode(matcher.group(2), StandardCharsets.UTF_8);
                List<String> values =
                        named.computeIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), key -> new ArrayList<>());
                if (!values.contains(value)) {
                    values.add(0, value);
                }
                logTexts.add(value);
            } catch (IllegalArgumentException broken) {
                // not an address after all
            }
        }
    }

    /** What stands behind the last colon: often the offending thing itself. */
    private static void tail(String text, Set<String> into) {
        int colon = text.lastIndexOf(": ");
        String tail = colon < 0 ? "" : text.substring(colon + 2).strip();
        if (!tail.isEmpty() && tail.length() <= 80) {
            into.add(tail);
            into.add(tail.substring(tail.lastIndexOf('.') + 1));
            into.add(tail.substring(tail.lastIndexOf(' ') + 1));
        }
    }

    private static void add(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find() && into.size() < 4 * MOST) {
            into.add(matcher.groupCount() == 0 ? matcher.group() : group(matcher, 1));
        }
    }

    private static String group(Matcher matcher, int from) {
        for (int i = from; i <= matcher.groupCount(); i++) {
            String found = matcher.group(i);
            if (found != null) {
                return found;
            }
        }
        return "";
    }

    private Map<String, List<String>> named(boolean careful) {
        Map<String, List<String>> safe = new LinkedHashMap<>();
        named.forEach((name, values) -> {
            List<String> kept = some(values, careful);
            if (!kept.isEmpty()) {
                safe.put(name, kept);
            }
        });
        return safe;
    }

    /** Short strings without letters or digits; regular expressions for them are read as what they match. */
    private static List<String> separators(Set<String> literals) {
        return literals.stream()
                .map(text -> text.replace("\\s*", "").replace("\\s+", " ").replace("\\", ""))
                .filter(text -> !text.isEmpty() && text.length() <= 3)
                .filter(text -> text.chars().noneMatch(Character::isLetterOrDigit))
                .distinct()
                .limit(8)
                .toList();
    }

    private static List<String> some(Iterable<String> values, boolean careful) {
        List<String> kept = new ArrayList<>();
        for (String value : values) {
            boolean path = value.contains("/") || value.contains("\\") || value.contains("..");
            if (kept.size() < MOST && value.length() <= 200 && !(careful && path)) {
                kept.add(value);
            }
        }
        return kept;
    }
}
