package tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SearchTreeCheckTest {
    @Test
    void agrees() {
        Random random = new Random(8);
        SearchTree tree = new SearchTree();
        TreeSet<Integer> model = new TreeSet<>();
        for (int i = 0; i < 3000; i++) {
            int value = random.nextInt(30);
            if (random.nextBoolean()) {
                assertEquals(model.add(value), tree.add(value));
            } else {
                assertEquals(model.remove(value), tree.remove(value));
            }
            assertEquals(new ArrayList<>(model), tree.sorted());
        }
    }
}
