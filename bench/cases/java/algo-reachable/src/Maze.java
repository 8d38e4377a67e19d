import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class Maze {
    private final Map<Integer, List<Integer>> doors;
    private final Set<Integer> visited = new HashSet<>();

    public Maze(Map<Integer, List<Integer>> doors) {
        this.doors = doors;
    }

    public boolean leads(int from, int to) {
        if (from == to) {
            return true;
        }
        if (visited.contains(from)) {
            return false;
        }
        for (int next : doors.getOrDefault(from, List.of())) {
            if (leads(next, to)) {
                return true;
            }
        }
        return false;
    }
}
