package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Joins the lines of one source into events by the rule of {@link EventJoiner}, and more patiently: a trace that lines of
 * other threads interrupt goes on behind them, lines that syslog, a container or kubectl carried are joined by their
 * carrier, and a trace whose lines each have a head of their own (logcat, a logger fed line by line) is one event. Memory
 * is bounded: {@link #MOST_STREAMS} streams with {@link #MOST_OPEN} open events each. Not for use by many threads.
 */
public final class EventAssembler {
    static final int MOST_STREAMS = 64;
    static final int MOST_OPEN = 8;
    /** Lines of the stream after which nothing more of an interrupted trace is expected. */
    private static final int PATIENCE = 64;

    private static final int NOBODY = -1;

    private final Consumer<JoinedEvent> sink;
    private final Map<String, List<OpenEvent>> streams = new LinkedHashMap<>(16, 0.75f, true);
    private final List<OpenEvent> plain = new ArrayList<>();

    /** An assembler that gives each event to {@code sink} once it is whole; interrupted ones come late. */
    public EventAssembler(Consumer<JoinedEvent> sink) {
        this.sink = sink;
    }

    /** Takes the next line, without its line feed, and its number. */
    public void add(String line, long number) {
        Carrier carrier = Carrier.of(line);
        boolean carried = !carrier.key().isEmpty();
        List<OpenEvent> open = carried ? stream(carrier.key()) : plain;
        String own = carried ? line.substring(Math.min(carrier.start(), line.length())) : line;
        if (own.isEmpty() || own.charAt(0) <= ' ') {
            take(open, owner(open, own), own, line, carrier, number);
            return;
        }
        LineFacts facts = LineParser.parse(line);
        LineFacts head = carried ? LineParser.parse(own) : facts;
        boolean headed = head.level() != Level.UNKNOWN || head.time().isPresent();
        int piece = headed ? headedOwner(open, head, own) : NOBODY;
        if (piece != NOBODY) {
            join(open, piece, indented(own, head.message()), number);
            return;
        }
        int owner = headed && !awaitsSecond(open) ? NOBODY : owner(open, own);
        if (owner != NOBODY) {
            join(open, owner, own, number);
        } else {
            start(open, new OpenEvent(line, carrier.start(), facts, number));
        }
    }

    /** Gives out all that is open. */
    public void finish() {
        streams.values().forEach(this::finish);
        streams.clear();
        finish(plain);
    }

    private void take(List<OpenEvent> open, int owner, String own, String line, Carrier carrier, long number) {
        if (owner != NOBODY) {
            join(open, owner, own, number);
        } else {
            start(open, new OpenEvent(line, carrier.start(), LineParser.parse(line), number));
        }
    }

    /** The event that got the latest line stands last. */
    private static void join(List<OpenEvent> open, int owner, String own, long number) {
        OpenEvent event = open.remove(owner);
        event.add(own, number);
        open.add(event);
    }

    private void start(List<OpenEvent> open, OpenEvent event) {
        for (int i = 0; i < open.size(); ) {
            OpenEvent other = open.get(i);
            int most = other.patience();
            boolean sameThread = !event.facts().thread().isEmpty()
                    && event.facts().thread().equals(other.facts().thread());
            if (other.missed() > Math.min(most, PATIENCE) || sameThread) {
                sink.accept(open.remove(i).done());
            } else {
                i++;
            }
        }
        if (open.size() >= MOST_OPEN) {
            sink.accept(open.remove(0).done());
        }
        open.add(event);
    }

    /** java.util.logging writes the level on a second line, which looks like a head. */
    private static boolean awaitsSecond(List<OpenEvent> open) {
        if (open.isEmpty()) {
            return false;
        }
        return open.get(open.size() - 1).awaitsLevel();
    }

    private static int owner(List<OpenEvent> open, String own) {
        int last = open.size() - 1;
        if (last < 0) {
            return NOBODY;
        }
        boolean continues = goesOn(open.get(last), own);
        if (continues && (last == 0 || open.get(last).mayOwnTrace() || !TracePart.isPiece(own))) {
            return last;
        }
        for (int i = last - 1; i >= 0; i--) {
            if (open.get(i).mayOwnTrace() && goesOn(open.get(i), own)) {
                return i;
            }
        }
        return continues ? last : NOBODY;
    }

    private static boolean goesOn(OpenEvent event, String own) {
        return event.fits(own) && Continuation.test(event.text(), own);
    }

    /** A line with a head of its own whose message is a piece of a trace: the event of the same logger and thread owns it. */
    private static int headedOwner(List<OpenEvent> open, LineFacts head, String own) {
        if (open.isEmpty() || head.level() == Level.INFO || head.level() == Level.DEBUG) {
            return NOBODY;
        }
        boolean piece = TracePart.isPiece(head.message());
        for (int i = open.size() - 1; i >= 0; i--) {
            OpenEvent event = open.get(i);
            LineFacts other = event.head();
            boolean last = i == open.size() - 1;
            boolean same = other.level() == head.level()
                    && other.logger().equals(head.logger())
                    && (other.thread().equals(head.thread()) || (last && (other.thread().isEmpty() || head.thread().isEmpty())));
            if (same && event.fits(own) && (piece || event.awaits(head.message(), own))) {
                return i;
            }
        }
        return NOBODY;
    }

    /** The message with the indentation that stands before it. */
    private static String indented(String own, String message) {
        int at = own.length() - message.length();
        while (at > 0 && !own.startsWith(message, at)) {
            at--;
        }
        int start = at;
        while (start > 0 && (own.charAt(start - 1) == ' ' || own.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == at ? message : own.substring(start + 1);
    }

    private List<OpenEvent> stream(String key) {
        List<OpenEvent> open = streams.computeIfAbsent(key, k -> new ArrayList<>());
        if (streams.size() > MOST_STREAMS) {
            String oldest = streams.keySet().iterator().next();
            List<OpenEvent> left = streams.remove(oldest);
            if (left != null) {
                finish(left);
            }
        }
        return open;
    }

    private void finish(List<OpenEvent> open) {
        open.forEach(each -> sink.accept(each.done()));
        open.clear();
    }
}
