package dev.tracemend.logs;

/** Finds the time of a line's head, in brackets or not, and what else its brackets hold. */
final class TimeStep {
    private final HeadState head;

    TimeStep(HeadState head) {
        this.head = head;
    }

    /** Reads a time that starts here. */
    void stamp() {
        boolean bracketed = head.at < head.limit && head.line.charAt(head.at) == '[';
        Stamp stamp = TimeReader.read(head.line, bracketed ? head.at + 1 : head.at);
        if (!stamp.found()) {
            return;
        }
        int end = stamp.end();
        if (bracketed) {
            int close = head.line.indexOf(']', end);
            if (close < 0 || close > head.limit) {
                return;
            }
            if (close > end + 1) {
                withinTime(head.line.substring(end, close));
            }
            end = close + 1;
        }
        head.time = stamp.millis();
        head.timed = true;
        head.at = end;
        head.message = end;
    }

    /** Hosts, files, process numbers, a level may stand before the time; only a full date is sure enough. */
    void behindWords() {
        int next = head.at;
        for (int words = 0; words < 3; words++) {
            int end = HeadWord.wordEnd(head.line, next);
            int behind = HeadWord.blanksEnd(head.line, end);
            if (behind >= head.limit || end == next) {
                return;
            }
            boolean open = head.line.charAt(behind) == '[';
            Stamp stamp = TimeReader.read(head.line, open ? behind + 1 : behind);
            if (stamp.found() && stamp.millis().isPresent()) {
                String before = HeadWord.bare(head.line.substring(next, end));
                head.level =
                        before.length() == 1 ? LevelWords.ofLetter(before.charAt(0)) : LevelWords.ofCapitals(before);
                String first = HeadWord.bare(head.line.substring(head.at, HeadWord.wordEnd(head.line, head.at)));
                head.level = head.level == Level.UNKNOWN ? LevelWords.ofCapitals(first) : head.level;
                head.at = behind;
                stamp();
                return;
            }
            next = behind;
        }
    }

    /** Whether this, which stands in brackets, is the line's time. */
    boolean isStamp(String content) {
        Stamp stamp = TimeReader.read(content, 0);
        if (stamp.found()) {
            head.timed = true;
            head.time = stamp.millis();
        }
        return stamp.found();
    }

    /** {@code [10:00:00 ERR]}, {@code [2026-11-21 10:00:00,123: ERROR/Worker-1]}, {@code [… ERROR shop::orders]}. */
    private void withinTime(String rest) {
        int from = 0;
        for (int words = 0; words < 4 && from < rest.length(); words++) {
            while (from < rest.length() && " :/,".indexOf(rest.charAt(from)) >= 0) {
                from++;
            }
            int end = from;
            while (end < rest.length() && " /,".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            String word = rest.substring(from, end);
            Level named = head.level == Level.UNKNOWN ? LevelWords.of(word) : Level.UNKNOWN;
            if (named != Level.UNKNOWN) {
                head.level = named;
            } else if (head.level != Level.UNKNOWN && word.indexOf('-') > 0) {
                head.thread = word;
            } else if (head.level != Level.UNKNOWN && head.logger.isEmpty() && HeadWord.isLogger(word)) {
                head.logger = word;
            }
            from = end;
        }
    }
}
