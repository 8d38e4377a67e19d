package bill;

import java.util.ArrayList;
import java.util.List;

public class Invoice {
    private static class Line {
        final String article;
        final int cents;
        final int pieces;

        Line(String article, int cents, int pieces) {
            this.article = article;
            this.cents = cents;
            this.pieces = pieces;
        }
    }

    private final List<Line> lines = new ArrayList<>();

    public void add(String article, int cents, int pieces) {
        lines.add(new Line(article, cents, pieces));
    }

    /** In cents. */
    public long total() {
        long total = 0;
        for (Line line : lines) {
            total += line.cents * line.pieces;
        }
        return total;
    }

    public int pieces(String article) {
        int pieces = 0;
        for (Line line : lines) {
            if (line.article.equals(article)) {
                pieces += line.pieces;
            }
        }
        return pieces;
    }
}
