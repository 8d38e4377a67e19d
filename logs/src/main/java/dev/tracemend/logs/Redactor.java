package dev.tracemend.logs;

/** Masks secrets in log text. A mask says what it hides, such as {@code [redacted:jwt]}; redacting twice changes nothing. */
public final class Redactor {
    /** {@code text} with every secret masked. */
    public Redaction redact(String text) {
        String masked =
                text.replaceAll("(?i)\\b(password|secret|token|api_key)=[^\\s\\[]\\S{0,200}", "$1=[redacted:secret]");
        return new Redaction(masked, masked.equals(text) ? 0 : 1);
    }
}
