package text;

/** Runs of equal characters in a text. */
public class Runs {
    /** The length of the longest run; 0 for an empty text. */
    public static int longest(String text) {
        int best = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && text.charAt(i) == text.charAt(i - 1)) {
                run++;
            } else {
                best = Math.max(best, run);
                run = 1;
            }
        }
        return best;
    }

    /** How many runs there are. */
    public static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                count++;
            }
        }
        return count;
    }

    /** The text with each run written once with its length, "aab" as "a2b1". */
    public static String packed(String text) {
        StringBuilder packed = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.charAt(end) == text.charAt(i)) {
                end++;
            }
            packed.append(text.charAt(i)).append(end - i);
            i = end;
        }
        return packed.toString();
    }
}
