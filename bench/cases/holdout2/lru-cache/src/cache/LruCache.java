package cache;

import java.util.HashMap;
import java.util.Map;

/** Keeps the entries used last. */
public class LruCache<K, V> {
    private static final class Node<K, V> {
        final K key;
        V value;
        Node<K, V> previous;
        Node<K, V> next;

        Node(K key, V value) {
            this.key = key;
            this.value = value;
        }
    }

    private final int capacity;
    private final Map<K, Node<K, V>> nodes = new HashMap<>();
    private Node<K, V> newest;
    private Node<K, V> oldest;

    public LruCache(int capacity) {
        this.capacity = capacity;
    }

    public V get(K key) {
        Node<K, V> node = nodes.get(key);
        if (node == null) {
            return null;
        }
        return node.value;
    }

    public void put(K key, V value) {
        Node<K, V> node = nodes.get(key);
        if (node != null) {
            node.value = value;
            touch(node);
            return;
        }
        if (nodes.size() >= capacity) {
            nodes.remove(oldest.key);
            unlink(oldest);
        }
        Node<K, V> added = new Node<>(key, value);
        nodes.put(key, added);
        link(added);
    }

    public int size() {
        return nodes.size();
    }

    private void touch(Node<K, V> node) {
        if (node != newest) {
            unlink(node);
            link(node);
        }
    }

    private void link(Node<K, V> node) {
        node.next = newest;
        node.previous = null;
        if (newest != null) {
            newest.previous = node;
        }
        newest = node;
        if (oldest == null) {
            oldest = node;
        }
    }

    private void unlink(Node<K, V> node) {
        if (node.previous != null) {
            node.previous.next = node.next;
        } else {
            newest = node.next;
        }
        if (node.next != null) {
            node.next.previous = node.previous;
        } else {
            oldest = node.previous;
        }
    }
}
