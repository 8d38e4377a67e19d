package dev.tracemend.logs;

import java.util.List;

/**
 * Lines at the margin that belong to a report above them which is no trace: what asyncio says of its context, Elixir of the
 * process that ended, Spring Boot of why it did not start, the JVM of the heap it dumps.
 */
final class ReportLines {
    /** What has got longer is no report of these. */
    private static final int LONGEST = 8 * 1024;

    private static final List<String> ASYNCIO = List.of(
            "future: <", "task: <", "handle: <", "transport: <", "protocol: <", "message: ", "source_traceback: ");
    private static final List<String> ELIXIR = List.of(
            "** (", "Last message", "State: ", "Function: ", "Args: ", "Client #PID<", "Initial Call: ", "Ancestors: ");
    private static final List<String> HEAP = List.of(
            "Dumping heap to ",
            "Heap dump file created",
            "Terminating due to java.lang.OutOfMemoryError",
            "Aborting due to");
    private static final String NOT_STARTED = "APPLICATION FAILED TO START";
    private static final String STARS = "**********";

    private ReportLines() {}

    /** Whether a line goes on with the report whose lines so far are {@code event}, the latest of them {@code last}. */
    static boolean goOn(CharSequence event, String first, String last, String line) {
        if (event.length() > LONGEST || line.isEmpty()) {
            return false;
        }
        boolean more = first.length() < event.length();
        if (ReportBlock.goesOn(first, last, line)) {
            return true;
        }
        return switch (line.charAt(0)) {
                    case 'f', 't', 'h', 'p', 'm', 's' ->
                        startsWithAny(ASYNCIO, line) && isOfAsyncio(event, first, last);
                    case '*' -> line.startsWith("** (") ? isGrave(first) : opensAnalysis(first, last, line);
                    case 'A' -> isPlaceOfPowerShell(line);
                    case '+' -> isPlaceOfPowerShell(last) || last.startsWith("+ ");
                    case 'D', 'H', 'T' -> startsWithAny(HEAP, line) && first.contains("OutOfMemoryError");
                    default -> false;
                }
                || more && (isElixir(event, line) || (isAnalysis(event) && !LineParser.startsEvent(line)));
    }

    /** Whether a blank line stands within the report. */
    static boolean holdsBlank(CharSequence event, String first, String last) {
        return event.length() <= LONGEST && (isAnalysis(event) || ReportBlock.goesOn(first, last, ""));
    }

    /** Whether the latest line tells of the context in which asyncio caught what the trace below it shows. */
    static boolean endsWithContext(CharSequence event, String first, String last) {
        return startsWithAny(ASYNCIO, last) && isOfAsyncio(event, first, first);
    }

    /** {@code At C:\\jobs\\backup.ps1:12 char:5}: below the message, above the quoted line. */
    private static boolean isPlaceOfPowerShell(String line) {
        int mark = line.startsWith("At ") ? line.lastIndexOf(" char:") : -1;
        return mark > 0 && HeadWord.digitsEnd(line, mark + 6) == line.length();
    }

    private static boolean isOfAsyncio(CharSequence event, String first, String last) {
        boolean below = last.length() == event.length() || startsWithAny(ASYNCIO, last) || last.equals(first);
        return below && first.contains("asyncio") && isGrave(first);
    }

    private static boolean isElixir(CharSequence event, String line) {
        return startsWithAny(ELIXIR, line) && event.toString().contains("\n** (");
    }

    /** The line of stars above Spring Boot's analysis, behind a blank line. */
    private static boolean opensAnalysis(String first, String last, String line) {
        return line.startsWith(STARS) && last.isBlank() && isGrave(first);
    }

    private static boolean isAnalysis(CharSequence event) {
        String text = event.toString();
        int stars = text.indexOf('\n' + STARS);
        return stars > 0 && (text.contains('\n' + NOT_STARTED) || text.indexOf('\n', stars + 1) < 0);
    }

    private static boolean isGrave(String first) {
        return LineParser.parse(first).level().compareTo(Level.ERROR) >= 0;
    }

    private static boolean startsWithAny(List<String> beginnings, String line) {
        for (String beginning : beginnings) {
            if (line.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
