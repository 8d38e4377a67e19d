package dev.tracemend.logs;

/** Which letters of a word are rare in logs: by those it is best known. */
final class RareLetters {
    /** Letters, most frequent first, as prose and names have them; other signs are taken for frequent. */
    private static final String LETTERS = "etaoinsrhldcumpgfybwkvxjzq";

    private RareLetters() {}

    /** Where in a word (three bytes or more) the three bytes stand whose two pairs are rarest. */
    static int rarest(byte[] word) {
        int best = 0;
        for (int at = 1; at + 3 <= word.length; at++) {
            best = weight(word, at) < weight(word, best) ? at : best;
        }
        return best;
    }

    private static int weight(byte[] word, int at) {
        return weightOfPair(word, at) + weightOfPair(word, at + 1);
    }

    /** Both letters count, the rarer one more. */
    private static int weightOfPair(byte[] word, int at) {
        int first = weight(word[at]);
        int second = weight(word[at + 1]);
        return first * second + 8 * Math.min(first, second);
    }

    private static int weight(byte letter) {
        int rank = LETTERS.indexOf(letter);
        return rank < 0 ? 12 : LETTERS.length() - rank;
    }
}
