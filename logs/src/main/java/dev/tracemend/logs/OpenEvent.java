package dev.tracemend.logs;

import java.util.Arrays;
import java.util.Set;

/** An event that more lines may still join. */
final class OpenEvent {
    /** Lines that may stand between an error's line and its trace. */
    private static final int BEFORE_TRACE = 1;

    private static final int WITHIN_TRACE = 64;
    /** An exception's message may have lines; so many of them, and its frames are still expected. */
    private static final int MESSAGE_LINES = 20;
    /** Characters of a longer event that are kept of its beginning and, as the root cause stands there, of its end. */
    private static final int HEAD_CHARS = 24 * 1024;

    private static final int TAIL_CHARS = 12 * 1024;
    private static final int MOST_CHARS = HEAD_CHARS + 2 * TAIL_CHARS;

    private static final Set<String> EXPLANATIONS = Set.of("DETAIL", "HINT", "STATEMENT", "CONTEXT", "QUERY");

    private final String first;
    private final LineFacts facts;
    private final int start;
    private long[] numbers = new long[2];
    private int lines = 1;
    /** What the application wrote, without what carried it; made when a second line comes. */
    private StringBuilder text = new StringBuilder(0);

    private String last;
    private int misses;
    /** Which line named the latest exception; 0 for none. */
    private int header;

    private long at;

    OpenEvent(String first, int start, LineFacts facts, long number, long at) {
        this.first = first.length() > MOST_CHARS ? first.substring(0, MOST_CHARS) : first;
        this.start = Math.min(start, this.first.length());
        this.facts = facts;
        this.last = this.first;
        this.at = at;
        numbers[0] = number;
    }

    /** Goes on with what {@link #held} gave; of the numbers the first alone is known. */
    OpenEvent(HeldEvent held) {
        this(held.first(), held.start(), LineParser.parse(held.first()), held.number(), held.at());
        lines = held.lines();
        numbers = Arrays.copyOf(numbers, Math.max(2, lines));
        Arrays.fill(numbers, held.number());
        text = new StringBuilder(held.text());
        last = held.last();
        misses = held.misses();
        header = held.header();
    }

    /** What is to be known of it for {@link #OpenEvent(HeldEvent)}. */
    HeldEvent held(String stream) {
        return new HeldEvent(stream, first, start, text.toString(), lines, numbers[0], last, misses, header, at);
    }

    /** Characters that it holds. */
    int chars() {
        return first.length() + text.length();
    }

    /** The number of its first line. */
    long number() {
        return numbers[0];
    }

    /** When its latest line was written. */
    long at() {
        return at;
    }

    LineFacts facts() {
        return facts;
    }

    /** The facts of the application's own part of the first line. */
    LineFacts head() {
        return start == 0 ? facts : LineParser.parse(first.substring(start));
    }

    /** The text for the joining rule. */
    CharSequence text() {
        if (lines > 1) {
            return text;
        }
        return start == 0 ? first : first.substring(start);
    }

    /** Whether it is the first of the two lines that java.util.logging writes. */
    boolean awaitsLevel() {
        return lines == 1
                && facts.level() == Level.UNKNOWN
                && facts.time().isPresent()
                && start < first.length()
                && Character.isLetter(first.charAt(start));
    }

    boolean fits() {
        return lines < EventJoiner.MAX_LINES;
    }

    void add(String line, long number, long when) {
        at = when;
        if (lines == 1) {
            text = new StringBuilder(first.length() + line.length() + 200).append(first, start, first.length());
        }
        text.append('\n').append(line, 0, Math.min(line.length(), TAIL_CHARS));
        if (text.length() > MOST_CHARS) {
            leaveOutMiddle();
        }
        if (lines == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * lines);
        }
        numbers[lines++] = number;
        last = line;
        if (ExceptionHeader.of(line.strip()).isPresent()) {
            header = lines;
        }
        misses = 0;
    }

    private void leaveOutMiddle() {
        int from = text.indexOf("\n", HEAD_CHARS);
        int to = text.indexOf("\n", text.length() - TAIL_CHARS);
        if (from >= 0 && to > from) {
            text.delete(from, to);
        } else {
            text.setLength(MOST_CHARS);
        }
    }

    /** Whether a frame may belong to it: it is a trace already, or its line is grave or names an exception. */
    boolean mayOwnTrace() {
        return patience() > 0 || lines > 1;
    }

    /** Whether a frame would be no surprise: it names an exception, or its latest line is a piece of a trace. */
    boolean expectsFrame() {
        return patience() > BEFORE_TRACE;
    }

    /** Whether its trace goes on with a message that stands behind a head of its own. */
    boolean awaits(String message, String own) {
        if (facts.message().startsWith("FATAL EXCEPTION")) {
            return true;
        }
        boolean trace =
                lines > 1 ? text.indexOf(PythonTraceReader.START) >= 0 : PythonTraceReader.isStart(facts.message());
        boolean rails = lines == 1 && facts.message().endsWith("):");
        if (message.isBlank()) {
            return rails;
        }
        if (header == lines && !Continuation.chains(message)) {
            return false;
        }
        String indented = own.substring(0, own.length() - message.length()).endsWith("  ") ? "    " + message : message;
        return trace && Continuation.test(text(), indented);
    }

    /**
     * Where the message begins of a line, its head as grave, that goes on with this event's: the head is the same to the
     * letter with its microseconds, or behind it the message stands further in than the one above; 0 if it is another's.
     */
    int repeated(String own, LineFacts head) {
        int same = 0;
        int most = Math.min(own.length(), Math.min(first.length() - start, LineParser.PREFIX));
        while (same < most && own.charAt(same) == first.charAt(start + same)) {
            same++;
        }
        if (same < 3 || same == most) {
            return 0;
        }
        int message = own.length() - head.message().length();
        boolean whole = message > 0 && message <= same && own.endsWith(head.message());
        if (whole && head.thread().equals(head().thread()) && hasMicroseconds(own, message)) {
            return message;
        }
        boolean deeper = own.charAt(same - 1) == ' ' && own.startsWith("  ", same) && first.charAt(start + same) > ' ';
        return deeper && LineParser.parse(own.substring(0, same) + "x").level() == head.level() ? same : 0;
    }

    /** Where PostgreSQL says more of it: {@code DETAIL:  } behind the same head; 0 if it does not. */
    int explained(String own) {
        int colon = facts.level().compareTo(Level.WARN) < 0 ? -1 : own.indexOf(":  ");
        if (colon < 4 || colon > LineParser.PREFIX) {
            return 0;
        }
        int word = own.lastIndexOf(' ', colon) + 1;
        boolean explains = word > 0
                && EXPLANATIONS.contains(own.substring(word, colon))
                && first.startsWith(own.substring(0, word), start);
        return explains ? word : 0;
    }

    /** Six digits or more behind a dot or a comma, of which not all but three are zeros. */
    private static boolean hasMicroseconds(String line, int limit) {
        for (int at = 0; at < limit; at++) {
            char c = line.charAt(at);
            int end = c == '.' || c == ',' ? HeadWord.digitsEnd(line, at + 1) : at;
            if (end > at + 6 && end <= limit) {
                return !line.startsWith("000", at + 4);
            }
        }
        return false;
    }

    /** How many lines of others may pass before nothing more is expected. */
    int patience() {
        if (lines > 1) {
            boolean message = header > 0 && lines - header < MESSAGE_LINES;
            return message || TracePart.isPiece(last) ? WITHIN_TRACE : 0;
        }
        if (facts.level() == Level.INFO || facts.level() == Level.DEBUG || facts.level() == Level.TRACE) {
            return 0;
        }
        String message = facts.message();
        boolean named = ExceptionHeader.of(message.strip()).isPresent()
                || ExceptionHeader.inside(message).isPresent()
                || PythonTraceReader.isStart(message.strip())
                || TracePart.isGoHead(first);
        return named ? WITHIN_TRACE : facts.level().compareTo(Level.WARN) >= 0 ? BEFORE_TRACE : 0;
    }

    /** Counts the lines of the stream that passed it by. */
    int missed() {
        return ++misses;
    }

    JoinedEvent done() {
        String whole = lines == 1 ? first : start == 0 ? text.toString() : first.substring(0, start) + text;
        // java.util.logging and Microsoft's console say more on the second line.
        boolean half =
                lines > 1 && (facts.level() == Level.UNKNOWN || facts.message().isEmpty());
        return new JoinedEvent(whole, half ? LineParser.parse(whole) : facts, Arrays.copyOf(numbers, lines));
    }
}
