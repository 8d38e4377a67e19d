package dev.tracemend.logs;

/** What a line within a trace looks like, in any of the languages whose traces are read. */
final class TracePart {
    private static final int LONGEST = 2_000;

    private TracePart() {}

    /** Whether the text (of a line, or behind a line's head) can be nothing but a piece of a trace. */
    static boolean isPiece(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return false;
        }
        return switch (stripped.charAt(0)) {
            case 'a' -> FrameLine.isFrame(stripped);
            case '.' -> FrameLine.isMore(stripped);
            case 'C' -> stripped.startsWith("Caused by: ");
            case 's' -> stripped.startsWith("stack backtrace:");
            case 'S' -> stripped.startsWith("Suppressed: ") || stripped.equals("Stack trace:");
            case 'F' -> FrameLine.python(stripped).isPresent();
            case 'T' -> PythonTraceReader.isStart(stripped);
            case 'f' -> OtherFrames.ruby(stripped).isPresent();
            case '#' -> OtherFrames.php(stripped).isPresent();
            case 'g' -> OtherFrames.isGoroutine(stripped);
            case '-' -> stripped.startsWith("--- End of ") || stripped.startsWith("---> ");
            case '/' ->
                OtherFrames.goPlace(stripped).isPresent()
                        || (stripped.indexOf(".rb:") > 0
                                && OtherFrames.ruby(stripped).isPresent());
            default ->
                (stripped.charAt(0) <= '9' && OtherFrames.rustCall(stripped))
                        || (stripped.indexOf(".rb:") > 0
                                && OtherFrames.ruby(stripped).isPresent());
        };
    }

    /** Whether a piece of a trace stands below others of it only: a frame, a cause. */
    static boolean isWithin(String piece) {
        String stripped = piece.strip();
        return stripped.startsWith("at ")
                || stripped.startsWith("... ")
                || stripped.startsWith("Caused by: ")
                || stripped.startsWith("Suppressed: ");
    }

    /** Whether a line names the cause of an exception above it; Jenkins writes it in a way of its own. */
    static boolean isCause(String stripped) {
        return stripped.startsWith("Caused by: ")
                || stripped.startsWith("Suppressed: ")
                || (stripped.startsWith("Caused: ")
                        && ExceptionHeader.of(stripped.substring("Caused: ".length()))
                                .isPresent());
    }

    /**
     * Whether a line at the margin belongs to a trace of Go, Rust, .NET, Ruby or PHP above it.
     *
     * @param first the event's first line
     * @param last its last line
     */
    static boolean continues(String first, String last, CharSequence event, String line) {
        String above = last.strip();
        if (line.startsWith("goroutine ") && OtherFrames.isGoroutine(line)) {
            return true;
        }
        boolean go =
                OtherFrames.isGoroutine(above) || OtherFrames.goPlace(above).isPresent() || isGoHead(above);
        if (go) {
            return OtherFrames.goCall(line).isPresent()
                    || line.startsWith("created by ")
                    || line.startsWith("exit status ")
                    || line.startsWith("[signal ");
        }
        if (OtherFrames.goCall(above).isPresent() && OtherFrames.isGoDump(event)) {
            return false;
        }
        if (above.contains("' panicked at ") || above.contains(") panicked at ")) {
            return !line.startsWith("thread '");
        }
        return line.startsWith("stack backtrace:")
                || line.startsWith("note: run with `RUST_BACKTRACE")
                || line.startsWith("note: Some details are omitted")
                || line.startsWith("--- End of ")
                || (line.equals("Stack trace:")
                        && (first.contains("PHP ") || first.contains("Uncaught") || above.contains(" in ")))
                || (line.equals("[stacktrace]") && above.contains("[object] ("))
                || (OtherFrames.php(line).isPresent()
                        && (above.equals("Stack trace:")
                                || above.endsWith("[stacktrace]")
                                || OtherFrames.php(above).isPresent()))
                || (line.startsWith("Next ") && OtherFrames.php(above).isPresent())
                || (line.strip().equals("\"}") && OtherFrames.php(above).isPresent())
                || (line.startsWith("Caused by:") && line.length() == 10)
                || (OtherFrames.ruby(line).isPresent() && isRubyHead(first, above));
    }

    /** Whether a line is one that a goroutine's dump follows. */
    static boolean isGoHead(String line) {
        return line.startsWith("panic: ")
                || line.startsWith("fatal error: ")
                || line.startsWith("runtime: ")
                || line.startsWith("[signal ")
                || line.startsWith("http: panic serving ")
                || line.contains(" http: panic serving ");
    }

    private static boolean isRubyHead(String first, String above) {
        boolean named = above.endsWith(")")
                && above.lastIndexOf(" (") > 0
                && ExceptionHeader.isTypeName(above.substring(above.lastIndexOf(" (") + 2, above.length() - 1));
        return named
                || OtherFrames.ruby(above).isPresent()
                || (first.equals(above) && ExceptionHeader.inside(above).isPresent());
    }
}
