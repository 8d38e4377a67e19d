package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What made-up looking text has that words, names and numbers have not. */
final class SecretShape {
    /** Bits a character; random text of 20 characters has about 4, English words and dashed names below 3.5. */
    private static final double RANDOM = 3.2;

    private SecretShape() {}

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(SecretShape::isDigit);
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(SecretShape::isDigit);
    }

    /** Letters and digits in one, at least so many characters; a number of ZooKeeper's form is a name. */
    static boolean isMixed(String text, int least) {
        return text.length() >= least
                && hasDigit(text)
                && text.chars().anyMatch(Character::isLetter)
                && !text.startsWith("0x");
    }

    /** Drawn by lot, by all looks: a long run of letters and digits that no name has. */
    static boolean isRandom(String text) {
        return text.length() >= 16 && isMixed(longestRun(text), 12) && entropy(text) >= RANDOM;
    }

    /** A word of capitals and small letters without a reason is none: {@code dGhpcyBpcyBp}. */
    static boolean isScrambled(String text) {
        int changes = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean up = Character.isLowerCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i));
            changes += up ? 1 : 0;
        }
        return changes * 5 >= text.length();
    }

    /** Base64 of {@code user:password}. */
    static boolean isBasic(String text) {
        try {
            String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return plain.indexOf(':') > 0 && plain.chars().noneMatch(c -> c < ' ' || c == 0xfffd);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String longestRun(String text) {
        int from = 0;
        int best = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i - from > length) {
                    best = from;
                    length = i - from;
                }
                from = i + 1;
            }
        }
        return text.substring(best, best + length);
    }

    /** Shannon's, in bits a character. */
    static double entropy(String text) {
        int[] counts = new int[128];
        int all = Math.min(text.length(), 256);
        for (int i = 0; i < all; i++) {
            counts[text.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int count : counts) {
            bits -= count == 0 ? 0 : (double) count / all * Math.log((double) count / all) / Math.log(2);
        }
        return bits;
    }
}
