package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a .NET trace: inner exceptions stand behind {@code --->} and have their frames first. */
final class DotnetTraceReader {
    private static final String INNER = " ---> ";
    private static final String END = "--- End of inner exception stack trace ---";
    private static final int MOST_MESSAGE_LINES = 20;

    private final List<String> lines;

    DotnetTraceReader(List<String> lines) {
        this.lines = lines;
    }

    /** Whether the frames are of .NET: they say {@code in file:line 12}, or an inner exception ends. */
    static boolean isTrace(List<String> lines, int frame) {
        for (int i = Math.max(0, frame - 3); i < lines.size() && i < frame + 40; i++) {
            String line = lines.get(i).strip();
            boolean placed = line.startsWith("at ") && (line.contains(") in ") || line.contains("] in "));
            boolean header = i < frame && (line.contains("System.") && line.contains("Exception") && !line.startsWith("at "));
            if (placed || header || line.equals(END)) {
                return true;
            }
        }
        return false;
    }

    StackTrace read(int firstFrame) {
        List<ExceptionHeader> headers = headers(firstFrame);
        List<List<StackFrame>> frames = new ArrayList<>();
        List<StackFrame> open = new ArrayList<>();
        for (int i = firstFrame; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals(END)) {
                frames.add(open);
                open = new ArrayList<>();
            } else if (open.size() < TraceParser.MOST_FRAMES) {
                frame(line).ifPresent(open::add);
            }
        }
        frames.add(open);
        CauseChain chain = new CauseChain();
        for (int i = 0; i < headers.size(); i++) {
            // The innermost exception's frames come first.
            int at = headers.size() - 1 - i;
            chain.add(headers.get(i).type(), headers.get(i).message(), at < frames.size() ? frames.get(at) : List.of());
        }
        return new StackTrace(Language.DOTNET, chain.exceptions());
    }

    private List<ExceptionHeader> headers(int firstFrame) {
        List<ExceptionHeader> headers = new ArrayList<>();
        for (int i = Math.max(0, firstFrame - MOST_MESSAGE_LINES); i < firstFrame; i++) {
            String line = lines.get(i).strip();
            line = line.startsWith("---> ") ? line.substring(5) : line;
            int from = 0;
            for (int mark = line.indexOf(INNER); from >= 0; mark = line.indexOf(INNER, from)) {
                String part = mark < 0 ? line.substring(from) : line.substring(from, mark);
                header(part.strip()).ifPresent(headers::add);
                from = mark < 0 ? -1 : mark + INNER.length();
            }
        }
        if (headers.isEmpty()) {
            headers.add(new ExceptionHeader("System.Exception", "", false));
        }
        return headers;
    }

    private static Optional<ExceptionHeader> header(String text) {
        String part = text.startsWith("(Inner Exception #") && text.indexOf(") ") > 0 ? text.substring(text.indexOf(") ") + 2) : text;
        Optional<ExceptionHeader> own = ExceptionHeader.of(part);
        return own.isPresent() ? own : ExceptionHeader.inside(part);
    }

    /** {@code at Shop.Cart.Total(Int32 id) in /src/Cart.cs:line 12}; what the compiler made of async methods and lambdas is undone. */
    static Optional<StackFrame> frame(String stripped) {
        int open = stripped.startsWith("at ") ? stripped.indexOf('(') : -1;
        if (open < 5 || stripped.length() > 4_000) {
            return Optional.empty();
        }
        String name = stripped.substring(3, open).strip();
        int in = stripped.indexOf(" in ", open);
        int colon = in < 0 ? -1 : stripped.lastIndexOf(':');
        int digits = stripped.startsWith("line ", colon + 1) ? colon + 6 : colon + 1;
        boolean placed = in > 0 && colon > in + 4;
        String file = placed ? stripped.substring(in + 4, colon) : "";
        int line = placed ? OtherFrames.number(stripped, digits, HeadWord.digitsEnd(stripped, digits)) : 0;
        int dot = name.endsWith(".ctor") ? name.length() - 6 : name.lastIndexOf('.');
        if (dot <= 0 || name.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        String type = name.substring(0, dot);
        String method = name.substring(dot + 1);
        int less = type.indexOf('<');
        int more = type.indexOf('>', less + 1);
        if (less > 0 && more > less + 1 && (method.equals("MoveNext") || type.charAt(less - 1) == '.' || type.charAt(less - 1) == '+')) {
            method = type.substring(less + 1, more);
            type = type.substring(0, less - 1);
        } else if (method.startsWith("<") && method.indexOf('>') > 1) {
            method = method.substring(1, method.indexOf('>'));
        }
        int nested = type.indexOf("+<>");
        type = nested > 0 ? type.substring(0, nested) : type;
        return Optional.of(new StackFrame(type, method, file, line, OwnCode.dotnetType(type + '.')));
    }
}
