package cache;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import org.junit.Test;

public class LruCacheTest {
    @Test
    public void dropsTheOldest() {
        LruCache<String, Integer> cache = new LruCache<>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("c", 3);
        assertNull(cache.get("a"));
        assertEquals(Integer.valueOf(2), cache.get("b"));
        assertEquals(2, cache.size());
    }

    @Test
    public void whatIsReadIsKept() {
        LruCache<String, Integer> cache = new LruCache<>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.put("c", 3);
        assertEquals(Integer.valueOf(1), cache.get("a"));
        assertNull(cache.get("b"));
    }

    @Test
    public void whatIsWrittenIsKept() {
        LruCache<String, Integer> cache = new LruCache<>(2);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("a", 4);
        cache.put("c", 3);
        assertEquals(Integer.valueOf(4), cache.get("a"));
    }
}
