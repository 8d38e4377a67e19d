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

    /** The carrier of {@code line}. */
    static Carrier of(String line) {
        if (line.length() < 12) {
            return NONE;
        }
        char first = line.charAt(0);
        if (first == '<') {
            int close = line.indexOf('>');
            return close > 1 && close < 5 ? syslog(line, close + 1) : NONE;
        }
        if (first == '[') {
            return kubectl(line);
        }
        if (first >= '0' && first <= '9') {
            return container(line);
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
        int start = keyEnd < line.length() && line.charAt(keyEnd) == ' ' ? keyEnd + 1 : keyEnd;
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

    /** {@code shop-web-1  | }. */
    private static Carrier compose(String line) {
        int end = HeadWord.wordEnd(line, 0);
        int bar = HeadWord.blanksEnd(line, end);
        boolean compose = end > 1 && end < 64 && bar > end && bar + 1 < line.length() && line.charAt(bar) == '|';
        boolean named = compose && line.charAt(bar + 1) == ' ' && line.charAt(end - 1) != ':';
        return named && LevelWords.of(line.substring(0, end)) == Level.UNKNOWN
                ? new Carrier(line.substring(0, end), bar + 2)
                : NONE;
    }
}
