public class Caesar {
    private final int shift;

    public Caesar(int shift) {
        this.shift = shift;
    }

    public String encoded(String text) {
        return moved(text, shift);
    }

    public String decoded(String text) {
        return moved(text, -shift);
    }

    private static String moved(String text, int by) {
        StringBuilder moved = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                moved.append((char) ('a' + (c - 'a' + by) % 26));
            } else {
                moved.append(c);
            }
        }
        return moved.toString();
    }
}
