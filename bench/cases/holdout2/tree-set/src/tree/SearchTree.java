package tree;

import java.util.ArrayList;
import java.util.List;

/** A set of numbers as a binary search tree. */
public class SearchTree {
    private static class Node {
        int value;
        Node left;
        Node right;

        Node(int value) {
            this.value = value;
        }
    }

    private Node root;
    private int size;

    public boolean add(int value) {
        if (root == null) {
            root = new Node(value);
            size++;
            return true;
        }
        Node at = root;
        while (value != at.value) {
            Node next = value < at.value ? at.left : at.right;
            if (next == null) {
                if (value < at.value) {
                    at.left = new Node(value);
                } else {
                    at.right = new Node(value);
                }
                size++;
                return true;
            }
            at = next;
        }
        return false;
    }

    public boolean contains(int value) {
        Node at = root;
        while (at != null && at.value != value) {
            at = value < at.value ? at.left : at.right;
        }
        return at != null;
    }

    public boolean remove(int value) {
        if (!contains(value)) {
            return false;
        }
        root = without(root, value);
        size--;
        return true;
    }

    private static Node without(Node node, int value) {
        if (value < node.value) {
            node.left = without(node.left, value);
            return node;
        }
        if (value > node.value) {
            node.right = without(node.right, value);
            return node;
        }
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        Node least = node.right;
        while (least.left != null) {
            least = least.left;
        }
        node.value = least.value;
        node.right = without(node.right, value);
        return node;
    }

    public int size() {
        return size;
    }

    public List<Integer> sorted() {
        List<Integer> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Integer> found) {
        if (node != null) {
            collect(node.left, found);
            found.add(node.value);
            collect(node.right, found);
        }
    }
}
