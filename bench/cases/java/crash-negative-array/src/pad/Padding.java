package pad;

public class Padding {
    /** A text filled up with blanks in front; longer ones stay as they are. */
    public static String left(String text, int width) {
        char[] blanks = new char[width - text.length()];
        java.util.Arrays.fill(blanks, ' ');
        return new String(blanks) + text;
    }
}
