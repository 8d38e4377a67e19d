package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How keys end whose values are secret.
 *
 * @param word lower case; an underline stands for a hyphen, a dot or nothing as well
 * @param trust how much the key alone says
 * @param isPart whether it may be a part of another word, as in {@code PGPASSWORD}; else it starts the key or a part of it
 */
record SecretKey(String word, Trust trust, boolean isPart) {
    /** How much a key says of its value. */
    enum Trust {
        /** Whatever is no placeholder is secret. */
        FULL,
        /** Words of prose and short numbers are not. */
        HIGH,
        /** Only what looks drawn by lot is. */
        LOW,
        /** Numbers are, as of one-time codes. */
        CODE
    }

    /** Behind keys that are not a part of words one of these must follow at once: what is needed literally is then rare. */
    private static final List<String> FOLLOWERS = List.of("=", ":", "\"", "'", "]", "%", ">", "\\", " =", " :");

    /** What is called a token and is none that opens anything. */
    private static final Set<String> HARMLESS = Set.of(
            "next",
            "page",
            "nextpage",
            "prevpage",
            "continuation",
            "pagination",
            "cancellation",
            "cancel",
            "sync",
            "eos",
            "bos",
            "pad",
            "unk",
            "sep",
            "cls",
            "mask",
            "stop",
            "special",
            "start",
            "end",
            "first",
            "last",
            "current",
            "expected",
            "unexpected",
            "per",
            "max",
            "min",
            "skip",
            "nextsync",
            "resumption",
            "lookahead");

    static List<SecretKey> of(Trust trust, String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> new SecretKey(word, trust, true))
                .toList();
    }

    static List<SecretKey> whole(Trust trust, String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> new SecretKey(word, trust, false))
                .toList();
    }

    /** What a text must hold for such a key. */
    List<String> literals() {
        List<String> literals = new ArrayList<>();
        for (String separator : word.indexOf('_') < 0 ? List.of("") : List.of("_", "-", ".", "")) {
            String spelled = word.replace("_", separator);
            if (isPart) {
                literals.add(spelled);
            } else {
                FOLLOWERS.forEach(follower -> literals.add(spelled + follower));
            }
        }
        return literals;
    }

    /** Whether the key that ends at {@code end} of the text ends so. */
    boolean ends(String key, String text, int end) {
        String plain = key.toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        String joined = word.replace("_", "");
        int length = plain.endsWith(word) ? word.length() : plain.endsWith(joined) ? joined.length() : 0;
        if (length == 0 || plain.length() != key.length()) {
            return false;
        }
        int start = key.length() - length;
        return (isPart || (isFollowed(text, end) && startsPart(key, start))) && !isHarmless(plain, start);
    }

    private static boolean isFollowed(String text, int end) {
        return FOLLOWERS.stream().anyMatch(follower -> text.startsWith(follower, end));
    }

    private static boolean startsPart(String key, int start) {
        return start == 0
                || !Character.isLetterOrDigit(key.charAt(start - 1))
                || (Character.isUpperCase(key.charAt(start)) && Character.isLowerCase(key.charAt(start - 1)));
    }

    private boolean isHarmless(String plain, int start) {
        if (!word.equals("token") || start == 0) {
            return false;
        }
        String before = plain.substring(0, start).replace("_", "");
        for (String harmless : HARMLESS) {
            if (before.endsWith(harmless)) {
                return true;
            }
        }
        return false;
    }
}
