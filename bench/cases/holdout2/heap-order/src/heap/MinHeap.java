package heap;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** A binary heap of numbers, the smallest on top. */
public class MinHeap {
    private int[] items = new int[4];
    private int size;

    public void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size] = item;
        up(size);
        size++;
    }

    public int peek() {
        if (size == 0) {
            throw new NoSuchElementException();
        }
        return items[0];
    }

    public int poll() {
        int top = peek();
        size--;
        items[0] = items[size];
        down(0);
        return top;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    private void up(int at) {
        int i = at;
        while (i > 0) {
            int parent = (i - 1) / 2;
            if (items[parent] <= items[i]) {
                return;
            }
            swap(parent, i);
            i = parent;
        }
    }

    private void down(int at) {
        int i = at;
        while (true) {
            int left = 2 * i + 1;
            int right = left + 1;
            int least = i;
            if (left < size && items[left] < items[least]) {
                least = left;
            }
            if (right < size && items[right] < items[i]) {
                least = right;
            }
            if (least == i) {
                return;
            }
            swap(i, least);
            i = least;
        }
    }

    private void swap(int a, int b) {
        int kept = items[a];
        items[a] = items[b];
        items[b] = kept;
    }
}
