package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Go panic: its words, and the first goroutine's frames, which are pairs of lines; also a bare stack of such pairs. */
final class GoTraceReader {
    private final List<String> lines;

    GoTraceReader(List<String> lines) {
        this.lines = lines;
    }

    /** Whether a line and the one below it are a call and its place. */
    static boolean isPair(List<String> lines, int at) {
        return at + 1 < lines.size()
                && OtherFrames.goCall(lines.get(at).strip()).isPresent()
                && OtherFrames.goPlace(lines.get(at + 1).strip()).isPresent();
    }

    StackTrace read(int from) {
        List<StackFrame> frames = new ArrayList<>();
        for (int i = from; i < lines.size() && frames.size() < TraceParser.MOST_FRAMES; i++) {
            String line = lines.get(i).strip();
            // Further goroutines only wait.
            if (OtherFrames.isGoroutine(line) && !frames.isEmpty()) {
                break;
            }
            if (isPair(lines, i)) {
                StackFrame call = OtherFrames.goCall(line).orElseThrow();
                StackFrame place = OtherFrames.goPlace(lines.get(i + 1).strip()).orElseThrow();
                frames.add(new StackFrame(
                        call.className(), call.method(), place.file(), place.line(), isOwn(call, place)));
                i++;
            }
        }
        CauseChain chain = new CauseChain();
        Optional<String> words = words(from);
        String text = words.orElse("");
        int colon = text.indexOf(": ");
        boolean runtime = text.startsWith("runtime error: ");
        chain.add(
                words.isEmpty() ? "error" : runtime ? "runtime error" : "panic",
                runtime ? text.substring(colon + 2) : text,
                belowPanic(frames));
        return new StackTrace(Language.GO, chain.exceptions());
    }

    private static boolean isOwn(StackFrame call, StackFrame place) {
        boolean library = place.file().contains("/go/src/")
                || place.file().contains("/pkg/mod/")
                || place.file().contains("/vendor/")
                || place.file().contains("/lib/go");
        return call.inApp() && !library;
    }

    /** The run time's own frames above a panic say how it was printed. */
    private static List<StackFrame> belowPanic(List<StackFrame> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).method().equals("panic") || frames.get(i).method().equals("gopanic")) {
                return frames.subList(i + 1, frames.size());
            }
        }
        return frames;
    }

    private Optional<String> words(int from) {
        for (int i = 0; i <= Math.min(from, lines.size() - 1); i++) {
            String line = lines.get(i);
            for (String mark : List.of("panic: ", "fatal error: ")) {
                int at = line.indexOf(mark);
                if (at >= 0 && (at == 0 || line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '"')) {
                    return Optional.of(line.substring(at + mark.length()).strip());
                }
            }
            int serving = line.indexOf("panic serving ");
            int colon = serving < 0 ? -1 : line.indexOf(": ", serving);
            if (colon > 0) {
                return Optional.of(line.substring(colon + 2).strip());
            }
        }
        return Optional.empty();
    }
}
