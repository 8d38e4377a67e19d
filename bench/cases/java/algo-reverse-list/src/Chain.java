public class Chain {
    public final int value;
    public Chain next;

    public Chain(int value, Chain next) {
        this.value = value;
        this.next = next;
    }

    public static Chain reverse(Chain first) {
        Chain before = null;
        Chain here = first;
        while (here != null) {
            Chain after = here.next;
            here.next = before;
            here = after;
        }
        return before;
    }

    public static String text(Chain chain) {
        return chain == null ? "" : chain.value + (chain.next == null ? "" : "," + text(chain.next));
    }
}
