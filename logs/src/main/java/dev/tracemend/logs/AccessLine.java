package dev.tracemend.logs;

/**
 * Lines of access logs: a request with its protocol in quotes and the status behind it, HAProxy's with the status before
 * it, uWSGI's with the status behind the protocol, and the columns of IIS.
 */
final class AccessLine {
    private static final int REACH = 1_024;
    private static final String PROTOCOL = "HTTP/";

    private AccessLine() {}

    /** The status of the request that {@code line} tells of, 0 if it tells of none. */
    static int status(String line) {
        int protocol = line.indexOf(PROTOCOL);
        if (protocol < 0) {
            return columns(line);
        }
        if (protocol == 0 || protocol > REACH) {
            return 0;
        }
        int end = HeadWord.wordEnd(line, protocol);
        if (line.charAt(protocol - 1) == '(') {
            return end < line.length() && line.startsWith(")", end + 4) ? number(line, end + 1) : 0;
        }
        boolean request = line.charAt(protocol - 1) == ' ' && line.charAt(end - 1) == '"' && end < protocol + 13;
        if (!request) {
            return 0;
        }
        int behind = end < line.length() ? number(line, end + 1) : 0;
        return behind > 0 ? behind : behindTimers(line, line.lastIndexOf('"', protocol));
    }

    /** {@code 0/0/1/12/14 503 217 - - SC-- 1/1/0/0/0 0/0 "GET …"}. */
    private static int behindTimers(String line, int quote) {
        int at = quote < 0 ? -1 : line.indexOf('/', 0);
        while (at > 0 && at < quote) {
            int from = line.lastIndexOf(' ', at) + 1;
            int end = HeadWord.wordEnd(line, at);
            if (end < quote && isTimers(line, from, end) && number(line, end + 1) > 0) {
                return number(line, end + 1);
            }
            at = line.indexOf('/', end);
        }
        return 0;
    }

    private static boolean isTimers(String line, int from, int end) {
        int slashes = 0;
        for (int i = from; i < end; i++) {
            char c = line.charAt(i);
            slashes += c == '/' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '/' && c != '-' && c != '+') {
                return false;
            }
        }
        return slashes > 2;
    }

    /** {@code 2026-11-21 10:00:00 10.0.0.1 GET /cart - 443 - 10.0.0.7 curl 500 0 0 12}: four numbers stand last. */
    private static int columns(String line) {
        int at = line.length();
        boolean dated =
                at > 40 && at < REACH && line.charAt(0) == '2' && line.charAt(4) == '-' && line.charAt(10) == ' ';
        for (int column = 0; dated && column < 4; column++) {
            int end = at;
            while (at > 0 && line.charAt(at - 1) >= '0' && line.charAt(at - 1) <= '9') {
                at--;
            }
            if (at == end || at < 20 || line.charAt(at - 1) != ' ') {
                return 0;
            }
            at -= column < 3 ? 1 : 0;
        }
        return dated && line.contains(" /") ? number(line, at) : 0;
    }

    private static int number(String line, int from) {
        int end = HeadWord.digitsEnd(line, from);
        int status = end == from + 3 ? Integer.parseInt(line.substring(from, end)) : 0;
        return status >= 100 && status < 600 ? status : 0;
    }
}
