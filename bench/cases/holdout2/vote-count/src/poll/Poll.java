package poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Poll {
    private final Map<String, Integer> votes = new TreeMap<>();

    public void vote(String name, int times) {
        votes.merge(name, times, Integer::sum);
    }

    /** Whether two have the same number of votes. */
    public boolean tied(String one, String other) {
        Integer first = votes.getOrDefault(one, 0);
        Integer second = votes.getOrDefault(other, 0);
        return first == second;
    }

    /** Names by votes, most first. */
    public List<String> ranking() {
        List<String> names = new ArrayList<>(votes.keySet());
        names.sort((a, b) -> votes.get(b) - votes.get(a));
        return names;
    }

    public int total() {
        int total = 0;
        for (int count : votes.values()) {
            total += count;
        }
        return total;
    }
}
