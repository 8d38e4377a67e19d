package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a PHP trace: {@code Uncaught TypeError: message in /srv/cart.php:3}, frames, and what came {@code Next}. */
final class PhpTraceReader {
    private final List<String> lines;

    PhpTraceReader(List<String> lines) {
        this.lines = lines;
    }

    StackTrace read(int firstFrame) {
        List<ThrownException> thrown = new ArrayList<>();
        Thrown open = thrown(firstFrame - 1);
        List<StackFrame> frames = new ArrayList<>(open.frame);
        for (int i = firstFrame; i < lines.size() && frames.size() < TraceParser.MOST_FRAMES; i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("Next ")) {
                thrown.add(new ThrownException(open.type, open.message, frames));
                open = thrown(line.substring(5));
                frames = new ArrayList<>(open.frame);
            } else {
                OtherFrames.php(line).ifPresent(frames::add);
            }
        }
        thrown.add(new ThrownException(open.type, open.message, frames));
        CauseChain chain = new CauseChain();
        // What came first was the cause of what came next.
        for (int i = thrown.size() - 1; i >= 0; i--) {
            chain.add(
                    thrown.get(i).type(), thrown.get(i).message(), thrown.get(i).frames());
        }
        return new StackTrace(Language.PHP, chain.exceptions());
    }

    private Thrown thrown(int above) {
        for (int i = above; i >= 0 && i > above - 4; i--) {
            String line = lines.get(i);
            if (!line.strip().equals("Stack trace:") && !line.strip().equals("[stacktrace]")) {
                return thrown(line);
            }
        }
        return new Thrown("Exception", "", List.of());
    }

    private static Thrown thrown(String line) {
        int uncaught = line.indexOf("Uncaught ");
        int object = line.indexOf("[object] (");
        int from = uncaught >= 0 ? uncaught + 9 : object >= 0 ? object + 10 : 0;
        String rest = line.substring(from).strip();
        int typeEnd = 0;
        while (typeEnd < rest.length()
                && (Character.isLetterOrDigit(rest.charAt(typeEnd)) || "\\_".indexOf(rest.charAt(typeEnd)) >= 0)) {
            typeEnd++;
        }
        boolean named = typeEnd > 0
                && ExceptionHeader.isTypeName(rest.substring(0, typeEnd))
                && (from > 0 || rest.startsWith(": ", typeEnd));
        String type = named
                ? rest.substring(0, typeEnd)
                : ExceptionHeader.inside(line).map(ExceptionHeader::type).orElse("Exception");
        int at = Math.max(rest.lastIndexOf(" in /"), rest.lastIndexOf(" at /"));
        int behind = rest.startsWith("(code: ", typeEnd) ? Math.max(typeEnd, rest.indexOf("): ", typeEnd)) : typeEnd;
        int colon = rest.indexOf(": ", behind);
        String message =
                colon < 0 ? rest : rest.substring(Math.min(colon + 2, rest.length()), at > colon ? at : rest.length());
        return new Thrown(type, message, at < 0 ? List.of() : placed(rest.substring(at + 4)));
    }

    private static List<StackFrame> placed(String place) {
        int colon = place.indexOf(':');
        int end = colon < 0 ? 0 : HeadWord.digitsEnd(place, colon + 1);
        if (colon < 0 || end == colon + 1) {
            return List.of();
        }
        String file = place.substring(0, colon);
        return List.of(new StackFrame("", "", file, OtherFrames.number(place, colon + 1, end), OwnCode.phpFile(file)));
    }

    private record Thrown(String type, String message, List<StackFrame> frame) {}

    /** Whether a line's frame is PHP's first. */
    static boolean isFirst(String stripped) {
        return stripped.startsWith("#0 ") && OtherFrames.php(stripped).isPresent();
    }

    /** An error that ends the program without frames: {@code PHP Fatal error:  Uncaught …} has its place in the line. */
    static Optional<StackTrace> bare(List<String> lines) {
        String line = lines.isEmpty() ? "" : lines.get(0);
        int uncaught = line.indexOf("PHP Fatal error:  Uncaught ");
        if (uncaught < 0) {
            return Optional.empty();
        }
        Thrown thrown = thrown(line);
        return Optional.of(
                new StackTrace(Language.PHP, List.of(new ThrownException(thrown.type, thrown.message, thrown.frame))));
    }
}
