package dev.tracemend.logs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands where a secret might and is none: placeholders, prose about secrets, code that handles them. */
final class SecretWords {
    private static final Set<String> NONE =
            words("null none nil true false yes no on off undefined empty required missing invalid valid expired wrong"
                    + " incorrect denied accepted rejected failed failure success ok error must cannot can't not is was"
                    + " the an a too user unknown default optional set unset changed updated enabled disabled rotated"
                    + " revoked hidden masked redacted protected filtered removed omitted secret-hidden string str text"
                    + " int integer long number bool boolean any object char varchar bytes void new this self function"
                    + " await return basic bearer closed timeout found configured supplied provided given n/a nan"
                    + " mismatch malformed present absent ignored checked verified unchanged private public password?"
                    + " identifier include omit same-origin optional[string] nonnull stars system.string");

    private static final Set<String> PROSE = words(
            "is are was must be been not cannot can't should may has have had does too please required invalid short"
                    + " long blank least characters field");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?:\\*{3}|\\.{3}|\\u2022{2}|<|\\$\\{|\\{|%\\(|\\$\\(|!(?:vault|secret|reference|Ref|Sub|!)|\\?).*"
                    + "|\\$[A-Z_]{2,60}|%[A-Za-z]|%[A-Z_]{2,60}%|:[a-z]{1,40}|(?i:x{3,}|\\*+|-+)"
                    + "|(?i:[\\[(<]?(?:redacted|filtered|hidden|masked|protected|removed|omitted|sensitive)[\\])>]?)"
                    + "|(?:arn:|vault:|file:|env:|secret/|projects/|/run/|/var/run/|/etc/|https?://).*",
            Pattern.DOTALL);

    private static final Pattern CALL = Pattern.compile("[A-Za-z_$][A-Za-z_$.-]*+[(\\[{].*", Pattern.DOTALL);
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_$]{1,40}(?:\\.[A-Za-z_$]{1,40}){1,8}");
    private static final Set<String> OWNERS = Set.of(
            "config",
            "self",
            "this",
            "env",
            "req",
            "request",
            "props",
            "params",
            "options",
            "user",
            "process",
            "os",
            "system",
            "settings",
            "session",
            "args",
            "data",
            "event",
            "context",
            "com",
            "org",
            "java");
    private static final Set<String> MEMBERS = Set.of("token", "password", "secret", "value", "key", "pass", "pwd");

    private SecretWords() {}

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.split(" ")));
    }

    static boolean isPlaceholder(String value) {
        return NONE.contains(value.toLowerCase(Locale.ROOT))
                || PLACEHOLDER.matcher(value).matches();
    }

    /** Of a quoted value: a sentence, not a phrase that someone has to remember. */
    static boolean isProse(String value) {
        if (value.indexOf(' ') < 0) {
            return false;
        }
        for (String word : value.toLowerCase(Locale.ROOT).split(" ", 12)) {
            if (PROSE.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** {@code request.getToken()}, {@code t.token}. */
    static boolean isCode(String value) {
        if (CALL.matcher(value).matches()) {
            return true;
        }
        if (!DOTTED.matcher(value).matches()) {
            return false;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        String first = lower.substring(0, lower.indexOf('.'));
        return first.length() <= 2
                || OWNERS.contains(first)
                || MEMBERS.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }
}
