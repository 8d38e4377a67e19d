package cache;

import static org.junit.Assert.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.Test;

public class LruCacheCheckTest {
    @Test
    public void agrees() {
        Random random = new Random(11);
        LruCache<Integer, Integer> cache = new LruCache<>(4);
        Map<Integer, Integer> model = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
                return size() > 4;
            }
        };
        for (int i = 0; i < 3000; i++) {
            int key = random.nextInt(9);
            if (random.nextBoolean()) {
                assertEquals(model.get(key), cache.get(key));
            } else {
                model.put(key, i);
                cache.put(key, i);
            }
            assertEquals(model.size(), cache.size());
        }
    }
}
