package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The failure to make happen again: exception type, its message in the log, and the innermost frame of own code. */
public record Target(String type, String message, String className, String method, int line) {
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");
    private static final Pattern QUOTING = Pattern.compile("(?:input string: |Text )[\"']");
    private static final Pattern CAST =
            Pattern.compile("(?s)(?:class )?(\\S+) cannot be cast to (?:class )?(\\S+)(?: .*)?");
    private static final Pattern BOUNDS = Pattern.compile("[^-\\d]*(-?\\d+)[^-\\d]+(-?\\d+)\\D*");

    /** How near an outcome is, best first. */
    public enum Nearness {
        /** The same message, too. */
        SAME,
        /** A message of the same kind: an index that stands in the same relation to its bound, say. */
        ALIKE,
        /** The same place and type, another message. */
        PLACE,
        /** Not this failure. */
        NONE
    }

    /** How near an outcome is to this failure. */
    public Nearness nearness(Outcome outcome) {
        Nearness best = Nearness.NONE;
        if (outcome.ending() == Ending.THREW) {
            for (Thrown thrown : outcome.chain()) {
                Nearness one = at(thrown, true) ? words(thrown.message()) : Nearness.NONE;
                best = one.compareTo(best) < 0 ? one : best;
            }
        }
        return best;
    }

    /** Whether another message of the same kind tells of the same fault: so for bounds, not for an offending value. */
    public boolean speaksOfBounds() {
        return type.endsWith("IndexOutOfBoundsException");
    }

    /** Whether the message tells what was at fault: a text that is no number or date, the class of what was cast. */
    public boolean tellsTheOffender() {
        return QUOTING.matcher(message).find() || CAST.matcher(message).matches();
    }

    /** Whether exceptions still show this failure after a change, which may have moved its line. */
    public boolean remains(List<Thrown> chain) {
        return chain.stream().anyMatch(thrown -> at(thrown, false));
    }

    /** Whether an exception is of this type and place. */
    public boolean at(Thrown thrown, boolean sameLine) {
        return thrown.type().equals(type)
                && thrown.className().equals(className)
                && plain(thrown.method()).equals(plain(method))
                && (!sameLine || thrown.line() == line || line <= 0);
    }

    /** Whether this is a null pointer whose message names the null expression with its local variables' names. */
    private boolean namesTheNull() {
        return type.equals("java.lang.NullPointerException")
                && message.contains("because")
                && !message.contains("<local");
    }

    private Nearness words(String seen) {
        if (seen.equals(message)) {
            return Nearness.SAME;
        }
        Matcher logged = CAST.matcher(message);
        Matcher now = CAST.matcher(seen);
        if (logged.matches() && now.matches()) {
            // Behind the classes stand their loaders, which are others here.
            boolean same =
                    logged.group(1).equals(now.group(1)) && logged.group(2).equals(now.group(2));
            return same ? Nearness.SAME : Nearness.PLACE;
        }
        if (shape(seen).equals(shape(message))) {
            return Nearness.ALIKE;
        }
        return namesTheNull() ? Nearness.NONE : Nearness.PLACE;
    }

    /** The method a lambda stands in: the compiler's counter behind it moves with every edit. */
    static String plain(String method) {
        Matcher matcher = LAMBDA.matcher(method);
        return matcher.matches() ? "lambda$" + matcher.group(1) : method;
    }

    private String shape(String text) {
        if (speaksOfBounds()) {
            Matcher bounds = BOUNDS.matcher(text);
            if (bounds.matches()) {
                return relation(bounds.group(1), bounds.group(2));
            }
        }
        // A quoted text is as good as another of the same make: blanks, letters, digits in the same order.
        return text.replaceAll(" \\(.*", "").replaceAll("\\d+", "0").replaceAll("\\p{L}+", "a");
    }

    private static String relation(String index, String bound) {
        if (index.length() > 9 || bound.length() > 9) {
            return "bounds";
        }
        int at = Integer.parseInt(index);
        int length = Integer.parseInt(bound);
        return at < 0 ? "negative" : at == length ? (length == 0 ? "empty" : "one beyond") : "far beyond";
    }
}
