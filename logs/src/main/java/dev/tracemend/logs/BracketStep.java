package dev.tracemend.logs;

/** Reads what stands in brackets in a line's head: threads, levels, modules, process numbers. */
final class BracketStep {
    private final HeadState head;
    private final TimeStep times;

    BracketStep(HeadState head, TimeStep times) {
        this.head = head;
        this.times = times;
    }

    /** {@code [main]}, {@code [ERROR]}, {@code [core:error]}, {@code [1234]}. */
    void square(int leading) {
        int close = HeadWord.closing(head.line, head.at, head.limit);
        if (close < 0 || close >= head.limit) {
            head.done = true;
            return;
        }
        String content = head.line.substring(head.at + 1, close).strip();
        if (!head.timed
                && head.level == Level.UNKNOWN
                && !times.isStamp(content)
                && LevelWords.of(content) == Level.UNKNOWN
                && leading > 1) {
            head.done = true;
            return;
        }
        boolean levelFollows = head.timed
                || head.level != Level.UNKNOWN
                || LevelWords.of(content) != Level.UNKNOWN
                || head.levelFollows(close + 1);
        if (!levelFollows) {
            head.done = true;
            return;
        }
        bracketed(content);
        head.at = close + 1;
        if (head.at < head.limit && head.line.charAt(head.at) == ':') {
            head.at++;
        }
        head.message = head.at;
    }

    private void bracketed(String content) {
        int colon = content.indexOf(':');
        int slash = content.lastIndexOf('/');
        Level bare = LevelWords.of(content);
        Level named = colon < 0 ? Level.UNKNOWN : LevelWords.of(content.substring(colon + 1));
        if (head.level == Level.UNKNOWN && bare != Level.UNKNOWN) {
            head.level = bare;
        } else if (head.level == Level.UNKNOWN && named != Level.UNKNOWN) {
            head.level = named;
            head.logger = content.substring(0, colon);
        } else if (head.level == Level.UNKNOWN
                && slash > 0
                && LevelWords.ofCapitals(content.substring(slash + 1)) != Level.UNKNOWN) {
            // Minecraft: [Server thread/ERROR].
            head.level = LevelWords.of(content.substring(slash + 1));
            head.thread = content.substring(0, slash);
        } else if (head.level != Level.UNKNOWN
                && head.logger.isEmpty()
                && HeadWord.isClassName(content)
                && HeadWord.isLogger(content)) {
            head.logger = content;
        } else if (!content.isEmpty()
                && !HeadWord.isNumber(content)
                && bare == Level.UNKNOWN
                && !content.startsWith("client ")) {
            head.thread = content;
        }
    }

    /** {@code <Error>}, {@code (ERROR)}, {@code {query id}}, {@code <0.17.0>}, {@code (123):}. */
    boolean group(char open) {
        char shut = open == '<' ? '>' : open == '(' ? ')' : '}';
        int close = head.line.indexOf(shut, head.at);
        if (close < 0 || close >= head.limit || close > head.at + 60) {
            return false;
        }
        String content = head.line.substring(head.at + 1, close);
        Level named = head.level == Level.UNKNOWN ? LevelWords.of(content) : Level.UNKNOWN;
        boolean number =
                head.level != Level.UNKNOWN && !content.isEmpty() && HeadWord.isNumber(content.replace(".", ""));
        boolean word = head.timed && head.level == Level.UNKNOWN && content.indexOf(' ') < 0;
        if (named == Level.UNKNOWN && !number && !word) {
            return false;
        }
        head.level = named == Level.UNKNOWN ? head.level : named;
        head.at = close + 1;
        head.at += head.at < head.limit && head.line.charAt(head.at) == ':' ? 1 : 0;
        head.message = head.level == Level.UNKNOWN ? head.message : head.at;
        return true;
    }
}
