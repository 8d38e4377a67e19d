package tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTreeTest {
    private static SearchTree of(int... values) {
        SearchTree tree = new SearchTree();
        for (int value : values) {
            tree.add(value);
        }
        return tree;
    }

    @Test
    void adds() {
        SearchTree tree = of(5, 2, 8, 2);
        assertEquals(List.of(2, 5, 8), tree.sorted());
        assertEquals(3, tree.size());
    }

    @Test
    void removesLeaf() {
        SearchTree tree = of(5, 2, 8);
        assertTrue(tree.remove(8));
        assertEquals(List.of(2, 5), tree.sorted());
    }

    @Test
    void removesWithTwoChildren() {
        SearchTree tree = of(5, 2, 8, 6, 9);
        assertTrue(tree.remove(5));
        assertEquals(List.of(2, 6, 8, 9), tree.sorted());
        assertEquals(4, tree.size());
    }

    @Test
    void removesRootWithTwoLeaves() {
        SearchTree tree = of(2, 1, 3);
        assertTrue(tree.remove(2));
        assertEquals(List.of(1, 3), tree.sorted());
        assertFalse(tree.contains(2));
    }

    @Test
    void absent() {
        assertFalse(of(1).remove(4));
    }
}
