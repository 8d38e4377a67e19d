package dev.tracemend.logs;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words and numbers by which the loggers of the world name their levels. */
final class LevelWords {
    private static final Map<String, Level> WORDS = Map.ofEntries(
            Map.entry("TRACE", Level.TRACE),
            Map.entry("FINEST", Level.TRACE),
            Map.entry("FINER", Level.TRACE),
            Map.entry("VERBOSE", Level.TRACE),
            Map.entry("DEBUG", Level.DEBUG),
            Map.entry("DBG", Level.DEBUG),
            Map.entry("FINE", Level.DEBUG),
            Map.entry("CONFIG", Level.DEBUG),
            Map.entry("INFO", Level.INFO),
            Map.entry("INF", Level.INFO),
            Map.entry("INFORMATION", Level.INFO),
            Map.entry("NOTICE", Level.INFO),
            Map.entry("WARN", Level.WARN),
            Map.entry("WRN", Level.WARN),
            Map.entry("WARNING", Level.WARN),
            Map.entry("ERROR", Level.ERROR),
            Map.entry("ERR", Level.ERROR),
            Map.entry("SEVERE", Level.ERROR),
            Map.entry("FATAL", Level.FATAL),
            Map.entry("CRITICAL", Level.FATAL),
            Map.entry("CRIT", Level.FATAL),
            Map.entry("ALERT", Level.FATAL),
            Map.entry("EMERG", Level.FATAL),
            Map.entry("EMERGENCY", Level.FATAL),
            Map.entry("PANIC", Level.FATAL),
            Map.entry("LOG", Level.INFO),
            Map.entry("NOTE", Level.INFO),
            Map.entry("HINT", Level.INFO),
            Map.entry("DETAIL", Level.INFO),
            Map.entry("STATEMENT", Level.INFO),
            Map.entry("CONTEXT", Level.INFO),
            Map.entry("SUCCESS", Level.INFO),
            Map.entry("DISPLAY", Level.INFO),
            Map.entry("INFORMATIONAL", Level.INFO),
            Map.entry("ERRO", Level.ERROR),
            Map.entry("EROR", Level.ERROR),
            Map.entry("DEBU", Level.DEBUG),
            Map.entry("DBUG", Level.DEBUG),
            Map.entry("DEBG", Level.DEBUG),
            Map.entry("TRCE", Level.TRACE),
            Map.entry("TRAC", Level.TRACE),
            Map.entry("TRC", Level.TRACE),
            Map.entry("VRB", Level.TRACE),
            Map.entry("FATA", Level.FATAL),
            Map.entry("FTL", Level.FATAL),
            Map.entry("FAILURE", Level.ERROR),
            Map.entry("DPANIC", Level.FATAL),
            // java.util.logging and PostgreSQL in German, French, Spanish, Italian, Portuguese, Chinese and Japanese.
            Map.entry("SCHWERWIEGEND", Level.ERROR),
            Map.entry("GRAVE", Level.ERROR),
            Map.entry("FEHLER", Level.ERROR),
            Map.entry("ERREUR", Level.ERROR),
            Map.entry("\u4e25\u91cd", Level.ERROR),
            Map.entry("\u91cd\u5927", Level.ERROR),
            Map.entry("WARNUNG", Level.WARN),
            Map.entry("AVERTISSEMENT", Level.WARN),
            Map.entry("ATTENTION", Level.WARN),
            Map.entry("ADVERTENCIA", Level.WARN),
            Map.entry("AVVERTENZA", Level.WARN),
            Map.entry("\u8b66\u544a", Level.WARN),
            Map.entry("INFOS", Level.INFO),
            Map.entry("HINWEIS", Level.INFO),
            Map.entry("\u4fe1\u606f", Level.INFO),
            Map.entry("\u60c5\u5831", Level.INFO),
            Map.entry("FEIN", Level.DEBUG));
    /** The words that stand before a colon at a line's start, as Microsoft's console and winston write them. */
    private static final Map<String, Level> SMALL = Map.ofEntries(
            Map.entry("fail", Level.ERROR),
            Map.entry("error", Level.ERROR),
            Map.entry("err", Level.ERROR),
            Map.entry("crit", Level.FATAL),
            Map.entry("critical", Level.FATAL),
            Map.entry("fatal", Level.FATAL),
            Map.entry("emerg", Level.FATAL),
            Map.entry("alert", Level.FATAL),
            Map.entry("warn", Level.WARN),
            Map.entry("warning", Level.WARN),
            Map.entry("info", Level.INFO),
            Map.entry("notice", Level.INFO),
            Map.entry("http", Level.INFO),
            Map.entry("verbose", Level.DEBUG),
            Map.entry("debug", Level.DEBUG),
            Map.entry("dbug", Level.DEBUG),
            Map.entry("trce", Level.TRACE),
            Map.entry("trace", Level.TRACE),
            Map.entry("silly", Level.TRACE));

    /** Levels that in small letters are but words: of a module, of a sentence. */
    private static final Set<String> WORDLY = Set.of("config", "fine", "grave", "attention");

    /** The longest of the words. */
    static final int LONGEST = "SCHWERWIEGEND".length();

    private LevelWords() {}

    /** The level of a word in any case, {@link Level#UNKNOWN} for any other word. */
    static Level of(String word) {
        if (word.length() < (word.isEmpty() || word.charAt(0) < 0x3000 ? 3 : 2) || word.length() > LONGEST) {
            return Level.UNKNOWN;
        }
        return WORDLY.contains(word) ? Level.UNKNOWN : WORDS.getOrDefault(word.toUpperCase(Locale.ROOT), Level.UNKNOWN);
    }

    /** As {@link #of}, for capital letters only: at the start of a bare line "Error" is a word of a sentence. */
    static Level ofCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) ? of(word) : Level.UNKNOWN;
    }

    /** As {@link #of}, for the small words before the colon that a line may start with. */
    static Level ofSmall(String word) {
        return SMALL.getOrDefault(word, Level.UNKNOWN);
    }

    /** The level of the letter that logcat, Ruby and glog write. */
    static Level ofLetter(char letter) {
        return switch (letter) {
            case 'V', 'T' -> Level.TRACE;
            case 'D' -> Level.DEBUG;
            case 'I', 'N' -> Level.INFO;
            case 'W' -> Level.WARN;
            case 'E' -> Level.ERROR;
            case 'F', 'C' -> Level.FATAL;
            default -> Level.UNKNOWN;
        };
    }

    /** The level of a JSON or logfmt value: a word, or pino's and bunyan's numbers. */
    static Level ofField(String value) {
        if (value.length() == 2 && value.charAt(1) == '0' && Character.isDigit(value.charAt(0))) {
            int tens = Character.digit(value.charAt(0), 10);
            Level[] levels = {Level.UNKNOWN, Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR, Level.FATAL
            };
            return tens < levels.length ? levels[tens] : Level.UNKNOWN;
        }
        if (value.length() == 1) {
            char c = value.charAt(0);
            return c >= '0' && c <= '7' ? ofSeverity(c - '0') : ofLetter(c);
        }
        return of(value.strip());
    }

    /** The level of a syslog severity, 0 to 7. */
    static Level ofSeverity(int severity) {
        return switch (severity) {
            case 0, 1, 2 -> Level.FATAL;
            case 3 -> Level.ERROR;
            case 4 -> Level.WARN;
            case 5, 6 -> Level.INFO;
            case 7 -> Level.DEBUG;
            default -> Level.UNKNOWN;
        };
    }
}
