package dev.tracemend.logs;

/** Lines of access logs: a request in quotes with its protocol, and the status behind it. */
final class AccessLine {
    private static final int REACH = 1_024;

    private AccessLine() {}

    /** The status of the request that {@code line} tells of, 0 if it tells of none. */
    static int status(String line) {
        int protocol = line.indexOf(" HTTP/");
        if (protocol < 0 || protocol > REACH) {
            return 0;
        }
        int quote = line.indexOf("\" ", protocol);
        if (quote < 0 || quote > protocol + 12 || quote + 5 > line.length()) {
            return 0;
        }
        int from = quote + 2;
        int end = HeadWord.digitsEnd(line, from);
        int status = end == from + 3 ? Integer.parseInt(line.substring(from, end)) : 0;
        return status >= 100 && status < 600 ? status : 0;
    }
}
