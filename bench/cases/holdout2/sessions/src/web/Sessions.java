package web;

import java.util.HashMap;
import java.util.Map;

public class Sessions {
    private final Map<String, Long> lastSeen = new HashMap<>();
    private final long keepMillis;

    public Sessions(long keepMillis) {
        this.keepMillis = keepMillis;
    }

    public void touch(String id, long now) {
        lastSeen.put(id, now);
    }

    public boolean isActive(String id) {
        return lastSeen.containsKey(id);
    }

    /** Drops what has not been seen for too long; says how many. */
    public int expire(long now) {
        int dropped = 0;
        for (String id : lastSeen.keySet()) {
            if (now - lastSeen.get(id) > keepMillis) {
                lastSeen.remove(id);
                dropped++;
            }
        }
        return dropped;
    }

    public int size() {
        return lastSeen.size();
    }
}
