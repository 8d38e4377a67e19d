package dev.tracemend.logs;

/**
 * What a transport writes before each line of an application: syslog, journald, container run times, compose, kubectl. The
 * lines behind it are joined for each key apart.
 *
 * @param key names the stream; empty where nothing carries the line
 * @param start where the application's own line begins
 */
record Carrier(String key, int start) {
    static final Carrier NONE = new Carrier("", 0);

    private static final int REACH = 160;
    private static final char ESCAPE = '\u001b';

    /** The carrier of {@code line}. */
    static Carrier of(String line) {
        if (line.length() < 12) {
            return NONE;
        }
        char first = line.charAt(0);
        if (first == ESCAPE) {
            return compose(line);
        }
        if (first == '<') {
            int close = line.indexOf('>');
            return close > 1 && close < 5 ? syslog(line, close + 1) : NONE;
        }
        if (first == '[') {
            int text = SystemLayout.kernelText(line, 0);
            return text > 0 ? new Carrier("kernel:", text) : kubectl(line);
        }
        if (first >= '0' && first <= '9') {
            int digits = HeadWord.digitsEnd(line, 0);
            return line.charAt(digits) == '|' ? compose(line) : container(line);
        }
        if (first >= 'A' && first <= 'Z' && line.charAt(3) == ' ') {
            return syslog(line, 0);
        }
        return compose(line);
    }

    /** {@code Nov 21 10:00:00 host app[17]: }. */
    private static Carrier syslog(String line, int from) {
        Stamp time = TimeReader.read(line, from);
        return time.found() && time.end() < line.length() && line.charAt(time.end()) == ' '
                ? program(line, time.end() + 1)
                : NONE;
    }

    private static Carrier program(String line, int host) {
        int app = HeadWord.wordEnd(line, host) + 1;
        int end = HeadWord.wordEnd(line, app);
        boolean named = end > app + 1 && end <= REACH && line.charAt(end - 1) == ':';
        return named && Character.isLetter(line.charAt(app)) ? carrier(line, host, end) : NONE;
    }

    /** The line begins behind the one blank; what more blanks there are is its own indentation. */
    private static Carrier carrier(String line, int keyStart, int keyEnd) {
        int blank = keyEnd < line.length() && line.charAt(keyEnd) == ' ' ? keyEnd + 1 : keyEnd;
        int kernel = line.startsWith(" kernel:", keyEnd - 8) ? SystemLayout.kernelText(line, blank) : -1;
        int start = kernel > 0 ? kernel : blank;
        return new Carrier(line.substring(keyStart, keyEnd), start);
    }

    /** {@code 2026-11-21T10:00:00.123456789Z stderr F }, and journald's {@code 2026-11-21T10:00:00+0100 host app[17]: }. */
    private static Carrier container(String line) {
        if (line.length() < 30 || line.charAt(10) != 'T') {
            return NONE;
        }
        Stamp time = TimeReader.read(line, 0);
        if (!time.found() || time.end() >= line.length() || line.charAt(time.end()) != ' ') {
            return NONE;
        }
        boolean stream = line.startsWith(" stderr ", time.end()) || line.startsWith(" stdout ", time.end());
        if (stream && time.end() + 10 <= line.length()) {
            return new Carrier(line.substring(time.end() + 1, time.end() + 7), time.end() + 10);
        }
        Carrier program = program(line, time.end() + 1);
        return program.key.endsWith("]:") ? program : NONE;
    }

    /** {@code [pod/shop-6d9/app] }. */
    private static Carrier kubectl(String line) {
        int close = line.startsWith("[pod/") ? line.indexOf("] ") : -1;
        return close > 0 && close < REACH ? new Carrier(line.substring(0, close), close + 2) : NONE;
    }

    /** {@code shop-web-1  | }, in colour on a terminal; PM2's {@code 0|api  | }. */
    private static Carrier compose(String line) {
        int from = colourEnd(line, 0);
        int end = HeadWord.wordEnd(line, from);
        int bar = HeadWord.blanksEnd(line, end);
        boolean compose = end > from + 1 && end < 64 && bar > end && bar + 1 < line.length() && line.charAt(bar) == '|';
        int blank = compose ? colourEnd(line, bar + 1) : line.length();
        boolean named = blank < line.length() && line.charAt(blank) == ' ' && line.charAt(end - 1) != ':';
        return named && LevelWords.of(line.substring(from, end)) == Level.UNKNOWN
                ? new Carrier(line.substring(from, end), blank + 1)
                : NONE;
    }

    /** Behind the code of a colour, where one starts. */
    private static int colourEnd(String line, int from) {
        int end = from < line.length() && line.charAt(from) == ESCAPE ? line.indexOf('m', from) : -1;
        return end < 0 || end > from + 12 ? from : end + 1;
    }
}
