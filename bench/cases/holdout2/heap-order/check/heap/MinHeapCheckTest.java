package heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinHeapCheckTest {
    @Test
    void agrees() {
        Random random = new Random(4);
        MinHeap heap = new MinHeap();
        PriorityQueue<Integer> model = new PriorityQueue<>();
        for (int i = 0; i < 3000; i++) {
            if (model.isEmpty() || random.nextInt(5) < 3) {
                int item = random.nextInt(50);
                heap.add(item);
                model.add(item);
            } else {
                assertEquals(model.poll().intValue(), heap.poll());
            }
        }
    }
}
