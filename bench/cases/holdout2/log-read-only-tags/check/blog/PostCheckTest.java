package blog;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class PostCheckTest {
    @Test
    public void tags() {
        Post post = new Post("Hello", "java, logs");
        post.tag("new");
        post.tag("java");
        assertEquals("Hello #java #logs #new", post.line());
    }
}
