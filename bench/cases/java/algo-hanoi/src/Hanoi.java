import java.util.ArrayList;
import java.util.List;

public class Hanoi {
    public static List<String> moves(int height, int from, int to) {
        List<String> moves = new ArrayList<>();
        if (height > 0) {
            int spare = 6 - from - to;
            moves.addAll(moves(height - 1, from, spare));
            moves.add(from + ">" + spare);
            moves.addAll(moves(height - 1, spare, to));
        }
        return moves;
    }
}
