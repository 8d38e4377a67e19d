package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;

/** The pairs of letters that logs are full of: a word is better known by its others. */
final class CommonPairs {
    /** Most frequent first. */
    private static final String PAIRS = "er in re th st at te an ar on se or en es de co he ti ed nd to it is ng io ce"
            + " le ra ve ro ct al ta me ma el li ic ac ch ne pa ri ca us om pe ad ap ec si ss as la il ol et tr ke ey"
            + " no ur ut em ha qu lo di bl id rt rs ck ag ge g. s. e. e_ s_ ";

    private CommonPairs() {}

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

    private static int weightOfPair(byte[] word, int at) {
        int rank = PAIRS.indexOf(new String(word, at, 2, StandardCharsets.US_ASCII) + " ");
        return rank < 0 ? 0 : PAIRS.length() - rank;
    }
}
