package dev.tracemend.logs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule by which a line belongs to the event before it. It sees the past only, so that an event is passed on as soon
 * as the next one starts, and it looks back a bounded number of lines.
 */
final class Continuation {
    private static final int MOST_MESSAGE_LINES = 20;
    private static final String DURING = "During handling of the above exception";
    private static final String ABOVE = "The above exception was the direct cause";

    /** Micronaut writes its messages in paragraphs that begin so. */
    private static final String PARAGRAPH = "Message: ";

    private static final String TRACEBACK = "Traceback (most recent call last):";
    /** Node quotes the source above an uncaught error: this is the first line of it. */
    private static final Pattern NODE_SOURCE =
            Pattern.compile("(?:/|file:|node:|[A-Za-z]:\\\\)[^\\s:]{1,400}(?::[^\\s:]{1,400})?:\\d{1,7}");

    /** Words by which an INFO line owns the trace below it; else the trace is of someone who printed it. */
    private static final Pattern FAILURE = Pattern.compile(
            "fail|error|exception|unable|could not|cannot|can't|retry|caught|ignor|abort|reject|problem|warn");

    private final CharSequence event;
    private final String first;
    private final String last;

    private Continuation(CharSequence event) {
        this.event = event;
        this.first = EventTail.firstLine(event);
        this.last = new EventTail(event).next();
    }

    static boolean test(CharSequence event, String line) {
        if (event.length() == 0) {
            return false;
        }
        String head = EventTail.firstLine(line);
        String stripped = head.strip();
        if (stripped.isEmpty()) {
            return new Continuation(event).blank();
        }
        if (FrameLine.isFrame(stripped) || TracePart.isCause(stripped)) {
            return true;
        }
        return Character.isWhitespace(head.charAt(0))
                ? new Continuation(event).indented(stripped)
                : new Continuation(event).flush(head, stripped);
    }

    /** Whether a lone line is one that traces or keys follow; most lines are not, and nobody need wait for more of them. */
    static boolean mayGrow(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty() || Character.isWhitespace(line.charAt(0)) || line.contains(KeyLines.BEGIN)) {
            return true;
        }
        boolean trace =
                stripped.endsWith(TRACEBACK) || ExceptionHeader.of(stripped).isPresent();
        if (trace
                || FailurePhrase.in(line).isPresent()
                || ReportBlock.opensAny(line)
                || NODE_SOURCE.matcher(line).matches()) {
            return true;
        }
        LineFacts facts = LineParser.parse(line);
        return facts.level().compareTo(Level.WARN) >= 0
                || new Continuation(line).isJulHead()
                || TimeReader.isAlone(line)
                || FAILURE.matcher(facts.message().toLowerCase(Locale.ROOT)).find();
    }

    /** A blank line may stand between a log line and its trace, and within a chained one. */
    private boolean blank() {
        if (last.isBlank()) {
            return false;
        }
        boolean alone = first.length() == event.length();
        if (ReportLines.holdsBlank(event, first, last)
                || first.startsWith("panic: ")
                || first.startsWith("fatal error: ")
                || last.startsWith("[signal ")
                || OtherFrames.goPlace(last.strip()).isPresent()) {
            return true;
        }
        return alone
                ? LineParser.parse(first).level().compareTo(Level.WARN) >= 0
                : isTraceLine(last) || last.startsWith(PARAGRAPH);
    }

    /** Whether a line says that the trace above it leads to another below. */
    static boolean chains(String line) {
        return line.startsWith(DURING) || line.startsWith(ABOVE) || line.strip().endsWith(TRACEBACK);
    }

    private boolean isTraceLine(String line) {
        return Character.isWhitespace(line.charAt(0))
                || ExceptionHeader.of(line).isPresent()
                || line.equals("}")
                || line.startsWith(DURING)
                || line.startsWith(ABOVE);
    }

    private boolean indented(String stripped) {
        if (first.isEmpty() || (last.isBlank() && !isTrace())) {
            return false;
        }
        // Where every line is indented, indentation says nothing.
        boolean indentedLog = Character.isWhitespace(first.charAt(0)) && !isTrace();
        return !indentedLog && !TimeReader.read(stripped, 0).found();
    }

    private boolean isTrace() {
        return first.strip().endsWith(TRACEBACK) || first.strip().startsWith("at ") || event.length() > first.length();
    }

    /** A line that starts at the margin. */
    private boolean flush(String line, String stripped) {
        if (TracePart.continues(first, last, event, line) || ReportLines.goOn(event, first, last, line)) {
            return true;
        }
        if (awaitsPythonName()) {
            return ExceptionHeader.of(line).isPresent() || !LineParser.startsEvent(line);
        }
        if (LineParser.startsEvent(line)) {
            return isSecondOfTwo(line);
        }
        boolean panics = line.startsWith("panic: ") || line.startsWith("fatal error: ");
        if (panics
                && first.length() == event.length()
                && LineParser.parse(first).level().compareTo(Level.FATAL) >= 0) {
            return true;
        }
        boolean starts = FailurePhrase.in(line).isPresent() && !closesName(stripped);
        if (starts || line.startsWith("Exception in thread \"")) {
            return false;
        }
        if (TimeReader.isAlone(first)) {
            boolean another = MarkedFailure.in(line) && !MarkedFailure.isCode(line);
            return first.length() == event.length() || (!another && linesAtMost(MOST_MESSAGE_LINES));
        }
        if (stripped.endsWith(TRACEBACK)) {
            return last.isBlank() ? chained() : owns();
        }
        if (line.startsWith(DURING) || line.startsWith(ABOVE) || line.startsWith("Node.js v")) {
            return last.isBlank();
        }
        if (KeyLines.goOn(event, line)) {
            return true;
        }
        if (ExceptionHeader.of(stripped).isPresent()) {
            return owns() || quotesSource();
        }
        if (first.length() == event.length()
                && ExceptionHeader.isNamed(stripped)
                && LineParser.parse(first).level().compareTo(Level.ERROR) >= 0) {
            return true;
        }
        return closesBrace(line) || quotesSource() || inMessage(line);
    }

    private boolean chained() {
        EventTail tail = new EventTail(event);
        tail.next();
        String above = tail.hasMore() ? tail.next() : "";
        return above.startsWith(DURING) || above.startsWith(ABOVE) || owns();
    }

    /** Whether the event is a log line alone (a blank line may follow) that may own the trace below. */
    private boolean owns() {
        if (ReportLines.endsWithContext(event, first, last)) {
            return true;
        }
        int behind = first.length();
        while (behind < event.length() && event.charAt(behind) <= ' ' && behind < first.length() + 4) {
            behind++;
        }
        boolean secondLine = behind < event.length() && isJulHead() && linesAtMost(2);
        if (behind < event.length() && !secondLine) {
            return false;
        }
        if (JsonFields.looksLikeJson(first)) {
            return false;
        }
        LineFacts facts = LineParser.parse(secondLine ? event.toString() : first);
        if (facts.level() == Level.INFO
                || (facts.level() == Level.UNKNOWN && facts.time().isEmpty())) {
            return FAILURE.matcher(facts.message().toLowerCase(Locale.ROOT)).find()
                    && ExceptionHeader.of(first).isEmpty();
        }
        return true;
    }

    /** The margin line below an open traceback names its exception. */
    private boolean awaitsPythonName() {
        EventTail tail = new EventTail(event);
        for (int i = 0; i < MOST_MESSAGE_LINES && tail.hasMore(); i++) {
            String line = tail.next();
            if (line.endsWith(TRACEBACK)) {
                return i > 0;
            }
            String stripped = line.strip();
            if (stripped.startsWith("File \"") && line.startsWith("  File")) {
                return true;
            }
            if (stripped.isEmpty() || !Character.isWhitespace(line.charAt(0))) {
                return false;
            }
        }
        return false;
    }

    private boolean isSecondOfTwo(String line) {
        int colon = line.indexOf(": ");
        return colon > 0
                && first.length() == event.length()
                && isJulHead()
                && LevelWords.ofCapitals(line.substring(0, colon)) != Level.UNKNOWN;
    }

    private boolean isJulHead() {
        // The day has one digit or two.
        int comma = first.length() > 16 && Character.isLetter(first.charAt(0)) ? first.indexOf(", ", 4) : -1;
        // Some languages write the month with four letters, or with a full stop.
        return comma > 4 && comma < 10 && Character.isDigit(first.charAt(comma - 1));
    }

    private boolean linesAtMost(int most) {
        EventTail tail = new EventTail(event);
        int count = 0;
        while (tail.hasMore() && count <= most) {
            tail.next();
            count++;
        }
        return count <= most;
    }

    private boolean closesBrace(String line) {
        return (line.equals("}") || line.equals("]") || line.equals("});"))
                && !last.isEmpty()
                && Character.isWhitespace(last.charAt(0));
    }

    /** Whether the event is the source that Node quotes, and the error not yet named. */
    private boolean quotesSource() {
        return NODE_SOURCE.matcher(first).matches()
                && linesAtMost(5)
                && (first.length() == event.length() || !isFrameLine(last));
    }

    private static boolean isFrameLine(String line) {
        return FrameLine.isFrame(line.strip());
    }

    /** Whether the lines above are an exception's name and message without a frame yet: messages may have many lines. */
    private boolean inMessage(String line) {
        EventTail tail = new EventTail(event);
        String below = line;
        for (int i = 0; i < MOST_MESSAGE_LINES && tail.hasMore(); i++) {
            String above = tail.next();
            if (isFrameLine(above) || above.isBlank() && !below.startsWith(PARAGRAPH)) {
                return false;
            }
            below = above;
            Optional<ExceptionHeader> header = ExceptionHeader.of(above.strip());
            if (header.isPresent()) {
                boolean listed = line.startsWith("Require stack:") || line.startsWith("- ");
                boolean belowLogLine = tail.hasMore() && LineParser.startsEvent(first);
                return listed || belowLogLine || (header.get().strong() && !belowPython(tail));
            }
            if (!tail.hasMore()) {
                return ownsMessage(above);
            }
        }
        return false;
    }

    private static boolean belowPython(EventTail tail) {
        String above = tail.hasMore() ? tail.next() : "";
        return !above.isEmpty() && Character.isWhitespace(above.charAt(0));
    }

    /** A trace's own first line may say what a lone line would. */
    private static boolean closesName(String stripped) {
        return stripped.endsWith(TRACEBACK) || ExceptionHeader.of(stripped).isPresent();
    }

    /** A log line that ends with an error's message, as console.error writes it. */
    private boolean ownsMessage(String line) {
        return LineParser.parse(line).level().compareTo(Level.WARN) >= 0
                && ExceptionHeader.inside(line).isPresent();
    }
}
