package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Joins the lines of one source into events by the rule of {@link EventJoiner}, and more patiently: a trace that lines of
 * other threads interrupt goes on behind them, lines that syslog, a container or kubectl carried are joined by their
 * carrier, and a trace whose lines each have a head of their own (logcat, a logger fed line by line) is one event. Memory
 * is bounded: {@link #MOST_OPEN} open events of a stream and {@link #MOST_HELD} in all, with {@link #MOST_CHARS}
 * characters together. What is open can be kept ({@link #held}) and gone on with. Not for use by many threads.
 */
public final class EventGrouping {
    static final int MOST_OPEN = 8;
    static final int MOST_HELD = 16;
    static final int MOST_CHARS = 64 * 1024;
    /** Lines of the stream after which nothing more of an interrupted trace is expected. */
    private static final int PATIENCE = 64;
    /** A trace's lines are written at once; milliseconds after which an event among others' lines is complete. */
    private static final long TOGETHER = 250;

    private static final int NOBODY = -1;

    private final Consumer<JoinedEvent> sink;
    private final Map<String, List<OpenEvent>> streams = new LinkedHashMap<>(16, 0.75f, true);
    private int held;
    private int chars;

    /** An assembler that gives each event to {@code sink} once it is whole; interrupted ones come late. */
    public EventGrouping(Consumer<JoinedEvent> sink) {
        this(sink, List.of());
    }

    /** One that goes on with what another held. */
    public EventGrouping(Consumer<JoinedEvent> sink, List<HeldEvent> open) {
        this.sink = sink;
        for (HeldEvent each : open) {
            put(streams.computeIfAbsent(each.stream(), key -> new ArrayList<>()), new OpenEvent(each));
        }
    }

    /**
     * Takes the next line; returns the number of the first line of the event that it belongs to.
     *
     * @param number of the line, above all before it
     * @param at when it was written, milliseconds since the epoch
     * @param within the event that a line without a head belongs to unless a trace awaits it, as who sent them sent them as
     *     one; 0 for none
     */
    public long add(SourceLine line, long number, long at, long within) {
        String text = line.text();
        Carrier carrier = Carrier.of(text);
        boolean carried = !carrier.key().isEmpty();
        List<OpenEvent> open = streams.computeIfAbsent(carrier.key(), key -> new ArrayList<>());
        String own = carried ? text.substring(Math.min(carrier.start(), text.length())) : text;
        if (own.isEmpty() || own.charAt(0) <= ' ') {
            int owner = owner(open, own, within);
            return owner == NOBODY ? start(open, line, carrier, number, at) : join(open, owner, own, number, at);
        }
        LineFacts head = carried ? LineParser.parse(own) : line.facts();
        boolean headed = head.level() != Level.UNKNOWN || head.time().isPresent();
        int more = headed ? goneOn(open, head, own) : 0;
        if (more > 0) {
            return join(open, open.size() - 1, own.substring(more), number, at);
        }
        int piece = headed ? headedOwner(open, head, own) : NOBODY;
        if (piece != NOBODY) {
            return join(open, piece, indented(own, head.message()), number, at);
        }
        int owner = headed && !awaitsSecond(open) ? NOBODY : owner(open, own, within);
        return owner == NOBODY ? start(open, line, carrier, number, at) : join(open, owner, own, number, at);
    }

    /** Whether nothing is open. */
    public boolean isEmpty() {
        return held == 0;
    }

    /** What is open, to be gone on with by another. */
    public List<HeldEvent> held() {
        List<HeldEvent> all = new ArrayList<>(held);
        streams.forEach((key, open) -> open.forEach(each -> all.add(each.held(key))));
        return all;
    }

    /** Gives out all that is open. */
    public void finish() {
        streams.values().forEach(open -> open.forEach(each -> sink.accept(each.done())));
        streams.clear();
        held = 0;
        chars = 0;
    }

    /** The event that got the latest line stands last. */
    private long join(List<OpenEvent> open, int owner, String own, long number, long at) {
        OpenEvent event = take(open, owner);
        event.add(own, number, at);
        put(open, event);
        makeRoom(event);
        return event.number();
    }

    private long start(List<OpenEvent> open, SourceLine line, Carrier carrier, long number, long at) {
        LineFacts facts = line.facts();
        for (int i = 0; i < open.size(); ) {
            OpenEvent other = open.get(i);
            boolean sameThread = !facts.thread().isEmpty()
                    && facts.thread().equals(other.facts().thread());
            boolean missed = other.missed() > Math.min(other.patience(), PATIENCE);
            if (missed || sameThread || at - other.at() > TOGETHER) {
                sink.accept(take(open, i).done());
            } else {
                i++;
            }
        }
        if (open.size() >= MOST_OPEN) {
            sink.accept(take(open, 0).done());
        }
        OpenEvent event = new OpenEvent(line.text(), carrier.start(), facts, number, at);
        put(open, event);
        makeRoom(event);
        return number;
    }

    private void put(List<OpenEvent> open, OpenEvent event) {
        open.add(event);
        held++;
        chars += event.chars();
    }

    private OpenEvent take(List<OpenEvent> open, int index) {
        OpenEvent event = open.remove(index);
        held--;
        chars -= event.chars();
        return event;
    }

    /** Of too much the stream that was silent longest gives out its eldest. */
    private void makeRoom(OpenEvent latest) {
        while ((held > MOST_HELD || chars > MOST_CHARS) && held > 1) {
            Iterator<List<OpenEvent>> silent = streams.values().iterator();
            List<OpenEvent> open = silent.next();
            if (open.isEmpty()) {
                silent.remove();
            } else {
                int eldest = open.get(0) == latest && open.size() > 1 ? 1 : 0;
                sink.accept(take(open, eldest).done());
            }
        }
    }

    /** java.util.logging writes the level on a second line, which looks like a head. */
    private static boolean awaitsSecond(List<OpenEvent> open) {
        if (open.isEmpty()) {
            return false;
        }
        return open.get(open.size() - 1).awaitsLevel();
    }

    private static int owner(List<OpenEvent> open, String own, long within) {
        int owner = owner(open, own);
        for (int i = open.size() - 1; owner == NOBODY && within > 0 && i >= 0; i--) {
            owner = open.get(i).number() == within ? i : NOBODY;
        }
        return owner;
    }

    private static int owner(List<OpenEvent> open, String own) {
        int last = open.size() - 1;
        if (last < 0) {
            return NOBODY;
        }
        boolean piece = TracePart.isPiece(own);
        if (last > 0 && piece && !open.get(last).expectsFrame() && TracePart.isWithin(own)) {
            int trace = earlier(open, own, true);
            if (trace != NOBODY) {
                return trace;
            }
        }
        boolean continues = goesOn(open.get(last), own);
        if (continues && (last == 0 || open.get(last).mayOwnTrace() || !piece)) {
            return last;
        }
        int owner = earlier(open, own, false);
        return owner == NOBODY && continues ? last : owner;
    }

    /** The latest event but one to which the line may belong; {@code traces}: of other threads' that await a frame. */
    private static int earlier(List<OpenEvent> open, String own, boolean traces) {
        for (int i = open.size() - 2; i >= 0; i--) {
            OpenEvent event = open.get(i);
            boolean may =
                    traces ? event.expectsFrame() && apart(event, open.get(open.size() - 1)) : event.mayOwnTrace();
            if (may && goesOn(event, own)) {
                return i;
            }
        }
        return NOBODY;
    }

    private static boolean apart(OpenEvent one, OpenEvent other) {
        String thread = one.facts().thread();
        return !thread.isEmpty()
                && !other.facts().thread().isEmpty()
                && !thread.equals(other.facts().thread());
    }

    private static boolean goesOn(OpenEvent event, String own) {
        return event.fits() && Continuation.test(event.text(), own);
    }

    /** Where a line whose head repeats that of the latest event goes on with its message; 0 if it does not. */
    private static int goneOn(List<OpenEvent> open, LineFacts head, String own) {
        OpenEvent latest = open.isEmpty() ? null : open.get(open.size() - 1);
        if (latest == null || !latest.fits()) {
            return 0;
        }
        if (head.level() == Level.INFO) {
            return latest.explained(own);
        }
        boolean grave = head.level().compareTo(Level.WARN) >= 0 && latest.head().level() == head.level();
        return grave && !TracePart.isPiece(head.message()) ? latest.repeated(own, head) : 0;
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
                    && (other.thread().equals(head.thread())
                            || (last
                                    && (other.thread().isEmpty()
                                            || head.thread().isEmpty())));
            if (same && event.fits() && (piece || event.awaits(head.message(), own))) {
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
}
