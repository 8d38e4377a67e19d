package web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void plain() {
        Query query = Query.parse("a=1&b=2");
        assertEquals("2", query.get("b", "-"));
        assertEquals("-", query.get("c", "-"));
    }

    @Test
    void withoutValue() {
        assertEquals("", Query.parse("a&b=2").get("a", "-"));
    }

    @Test
    void equalsSignInTheValue() {
        assertEquals("x=1", Query.parse("filter=x=1&b=2").get("filter", "-"));
    }

    @Test
    void nothing() {
        assertEquals(0, Query.parse("").size());
        assertEquals(0, Query.parse(null).size());
    }
}
