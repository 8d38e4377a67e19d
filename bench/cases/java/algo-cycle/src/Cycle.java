public class Cycle {
    public Cycle next;

    /** Whether following next never ends. */
    public static boolean has(Cycle first) {
        Cycle slow = first;
        Cycle fast = first;
        while (fast != null) {
            slow = slow.next;
            fast = fast.next.next;
            if (slow == fast) {
                return true;
            }
        }
        return false;
    }

    public static Cycle chain(int length, int back) {
        Cycle[] all = new Cycle[length];
        for (int i = length - 1; i >= 0; i--) {
            all[i] = new Cycle();
            all[i].next = i + 1 < length ? all[i + 1] : null;
        }
        if (length > 0 && back >= 0) {
            all[length - 1].next = all[back];
        }
        return length == 0 ? null : all[0];
    }
}
