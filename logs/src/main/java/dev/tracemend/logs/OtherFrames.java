package dev.tracemend.logs;

import java.util.Optional;

/** Frames of Go, Rust, Ruby and PHP, each given without the white space around it. */
final class OtherFrames {
    private static final int LONGEST = 2_000;

    private OtherFrames() {}

    /** {@code goroutine 17 [running]:}. */
    static boolean isGoroutine(String line) {
        int digits = line.startsWith("goroutine ") ? HeadWord.digitsEnd(line, 10) : 0;
        return digits > 10 && line.startsWith(" [", digits) && line.endsWith("]:");
    }

    /** Whether a goroutine's dump is within the last lines of an event. */
    static boolean isGoDump(CharSequence event) {
        EventTail tail = new EventTail(event);
        for (int i = 0; i < 3 && tail.hasMore(); i++) {
            if (tail.next().startsWith("goroutine ")) {
                return true;
            }
        }
        return false;
    }

    /** {@code main.(*Cart).Total(0xc000, 0x3)}, {@code created by main.main in goroutine 1}: the frame without its place. */
    static Optional<StackFrame> goCall(String line) {
        boolean created = line.startsWith("created by ");
        String call = created ? line.substring(11) : line;
        int in = created ? call.indexOf(" in goroutine ") : -1;
        call = in > 0 ? call.substring(0, in) : call;
        int open = created ? call.length() : call.lastIndexOf('(');
        boolean closed = created || (call.endsWith(")") && open > 0);
        if (!closed || call.length() > LONGEST) {
            return Optional.empty();
        }
        String name = call.substring(0, open);
        int slash = name.lastIndexOf('/');
        int dot = name.indexOf('.', slash + 1);
        if (dot <= 0 || dot + 1 >= name.length() || name.indexOf(' ') >= 0) {
            return name.equals("panic") ? Optional.of(new StackFrame("", "panic", "", 0, false)) : Optional.empty();
        }
        return Optional.of(
                new StackFrame(name.substring(0, dot), name.substring(dot + 1), "", 0, OwnCode.goPackage(name)));
    }

    /** {@code /srv/shop/cart.go:12 +0x1d}: the frame without its call. */
    static Optional<StackFrame> goPlace(String line) {
        int end = HeadWord.wordEnd(line, 0);
        int colon = line.lastIndexOf(':', Math.max(0, end - 1));
        boolean file =
                colon > 3 && line.startsWith(".go", colon - 3) || (colon > 2 && line.startsWith(".s", colon - 2));
        if (!file || HeadWord.digitsEnd(line, colon + 1) != end || end == colon + 1 || end > LONGEST) {
            return Optional.empty();
        }
        if (end < line.length() && !line.startsWith(" +0x", end)) {
            return Optional.empty();
        }
        return Optional.of(new StackFrame("", "", line.substring(0, colon), number(line, colon + 1, end), true));
    }

    /** {@code 12: shop::cart::total}. */
    static boolean rustCall(String line) {
        int digits = HeadWord.digitsEnd(line, 0);
        return digits > 0 && digits < 5 && line.startsWith(": ", digits) && line.indexOf("::", digits) > 0;
    }

    /** {@code from app/cart.rb:12:in `total'}, {@code app/cart.rb:12:in 'Cart#total'}. */
    static Optional<StackFrame> ruby(String line) {
        String place = line.startsWith("from ") ? line.substring(5) : line;
        int in = place.indexOf(":in ");
        int colon = in < 0 ? -1 : place.lastIndexOf(':', in - 1);
        if (colon < 1 || in > LONGEST || HeadWord.digitsEnd(place, colon + 1) != in || in + 5 > place.length()) {
            return Optional.empty();
        }
        char quote = place.charAt(in + 4);
        int close = quote == '`' || quote == '\'' ? place.indexOf('\'', in + 5) : -1;
        if (close < 0) {
            return Optional.empty();
        }
        String name = place.substring(in + 5, close);
        name = name.startsWith("block in ") ? name.substring(9) : name;
        name = name.startsWith("rescue in ") ? name.substring(10) : name;
        int mark = Math.max(name.lastIndexOf('#'), name.lastIndexOf('.'));
        String file = place.substring(0, colon);
        return Optional.of(new StackFrame(
                mark > 0 ? name.substring(0, mark) : "",
                name.substring(mark + 1),
                file,
                number(place, colon + 1, in),
                OwnCode.rubyFile(file)));
    }

    /** {@code #0 /srv/cart.php(12): Shop\Cart->total()}, {@code #3 {main}}. */
    static Optional<StackFrame> php(String line) {
        int digits = line.startsWith("#") ? HeadWord.digitsEnd(line, 1) : 0;
        if (digits < 2 || !line.startsWith(" ", digits) || line.length() > LONGEST) {
            return Optional.empty();
        }
        String rest = line.substring(digits + 1);
        if (rest.startsWith("{main}")) {
            return Optional.of(new StackFrame("", "{main}", "", 0, false));
        }
        int colon = rest.indexOf(": ");
        if (colon < 0) {
            return Optional.empty();
        }
        String place = rest.substring(0, colon);
        int open = place.endsWith(")") ? place.lastIndexOf('(') : -1;
        boolean internal = place.equals("[internal function]");
        if (open < 1 && !internal) {
            return Optional.empty();
        }
        String call = rest.substring(colon + 2);
        int argument = call.indexOf('(');
        call = argument < 0 ? call : call.substring(0, argument);
        int mark = Math.max(
                call.lastIndexOf("->") < 0 ? -1 : call.lastIndexOf("->") + 1,
                call.lastIndexOf("::") < 0 ? -1 : call.lastIndexOf("::") + 1);
        String file = internal ? "" : place.substring(0, open);
        return Optional.of(new StackFrame(
                mark < 0 ? "" : call.substring(0, mark - 1),
                call.substring(mark + 1),
                file,
                internal ? 0 : number(place, open + 1, place.length() - 1),
                !internal && OwnCode.phpFile(file)));
    }

    static int number(String text, int from, int end) {
        return end - from > 9 || end <= from || HeadWord.digitsEnd(text, from) < end
                ? 0
                : Integer.parseInt(text.substring(from, end));
    }
}
