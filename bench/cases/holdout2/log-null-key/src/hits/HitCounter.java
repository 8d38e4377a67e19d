package hits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts visits by the referrer; one without is counted as "direct". */
public class HitCounter {
    private static final String DIRECT = "direct";
    private final ConcurrentMap<String, Integer> hits = new ConcurrentHashMap<>();

    public void visit(String page, String referrer) {
        if (page.startsWith("/static/")) {
            return;
        }
        hits.merge(referrer, 1, Integer::sum);
    }

    public int from(String referrer) {
        return hits.getOrDefault(referrer, 0);
    }

    public int direct() {
        return hits.getOrDefault(DIRECT, 0);
    }
}
