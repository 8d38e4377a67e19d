package heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class MinHeapTest {
    @Test
    void sorts() {
        MinHeap heap = new MinHeap();
        int[] items = {5, 2, 8, 1, 9, 3};
        for (int item : items) {
            heap.add(item);
        }
        int[] sorted = {1, 2, 3, 5, 8, 9};
        for (int item : sorted) {
            assertEquals(item, heap.poll());
        }
        assertTrue(heap.isEmpty());
    }

    @Test
    void three() {
        MinHeap heap = new MinHeap();
        heap.add(3);
        heap.add(1);
        heap.add(2);
        assertEquals(1, heap.poll());
        assertEquals(2, heap.poll());
        assertEquals(3, heap.poll());
    }

    @Test
    void leftIsLess() {
        MinHeap heap = new MinHeap();
        for (int i = 1; i <= 7; i++) {
            heap.add(i);
        }
        for (int i = 1; i <= 7; i++) {
            assertEquals(i, heap.poll());
        }
    }

    @Test
    void empty() {
        assertThrows(NoSuchElementException.class, new MinHeap()::poll);
    }
}
