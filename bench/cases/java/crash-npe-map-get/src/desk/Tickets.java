package desk;

import java.util.HashMap;
import java.util.Map;

public class Tickets {
    private final Map<String, Integer> open = new HashMap<>();

    public void assign(String agent, int count) {
        open.put(agent, count);
    }

    public int openOf(String agent) {
        return open.get(agent);
    }

    public int load(String agent) {
        return open.getOrDefault(agent, 0) * 2;
    }
}
