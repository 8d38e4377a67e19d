package dev.tracemend.logs;

import java.util.List;

/**
 * What a text must have for a rule to change it: one of the words, or so many digits. {@link SecretScan} looks for nothing
 * else, so a rule that asks for too much here is not tried on lines of the tailer.
 *
 * @param words lower case, ASCII; the text's own case does not matter
 * @param digits digits in a row, with blanks and hyphens between them; 0 if digits alone are not enough
 */
record SecretNeeds(List<String> words, int digits) {
    SecretNeeds {
        words = List.copyOf(words);
    }

    static SecretNeeds words(List<String> words) {
        return new SecretNeeds(words, 0);
    }

    static SecretNeeds digits(int digits) {
        return new SecretNeeds(List.of(), digits);
    }
}
