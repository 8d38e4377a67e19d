package web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QueryCheckTest {
    @Test
    void more() {
        Query query = Query.parse("a==&b=1=2=3&c=&d");
        assertEquals("=", query.get("a", "-"));
        assertEquals("1=2=3", query.get("b", "-"));
        assertEquals("", query.get("c", "-"));
        assertEquals("", query.get("d", "-"));
        assertEquals(4, query.size());
    }
}
