package dev.tracemend.logs;

import java.util.List;
import java.util.Locale;

/**
 * Masks secrets in log text before it leaves the process. A mask says what it hides, such as {@code [redacted:jwt]};
 * redacting twice changes nothing. Stack frames stay as they are. A line without a trigger word costs a scan only.
 * It errs on the side of masking, yet it is no promise: a secret without a known shape or key goes unseen.
 */
public final class Redactor {
    /** How every mask starts. */
    static final String OPEN = "[redacted:";

    /** Letters that may be part of a secret before or behind which a match does not count. */
    private static final String WORD_START = "(?<![A-Za-z0-9_])";

    /** In this order: what has a shape of its own comes before what only its key gives away. */
    private static final List<SecretRule> RULES = List.of(
            new KeyBlockRule(),
            PatternRule.of(
                    "authorization",
                    "(?i)\\b(?:proxy-)?authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?<secret>[^\\s\"',}\\]\\[]++(?: [^\\s\"',}\\]\\[]++)?)",
                    "authorization"),
            PatternRule.of(
                    "cookie",
                    "(?i)\\b(?:set-)?cookie[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?<secret>[^\\r\\n\"'{}\\]\\[]++)",
                    "cookie"),
            PatternRule.of(
                    "jwt",
                    "(?<![A-Za-z0-9_.-])(?<secret>eyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_-]{5,}+(?:\\.[A-Za-z0-9_-]*+){0,3})",
                    "eyj"),
            PatternRule.withDigit(
                    "bearer", "(?i)\\b(?:bearer|basic)\\s{1,3}(?<secret>[A-Za-z0-9._~+/=-]{8,}+)", "bearer ", "basic "),
            PatternRule.of("password", "://[^\\s/:@\"'<>\\[]{0,64}+:(?<secret>[^\\s/?#\"'<>]{1,200})@", "://"),
            PatternRule.of(
                    "aws-key",
                    WORD_START + "(?<secret>(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{16})(?![0-9A-Za-z])",
                    "akia",
                    "asia",
                    "aroa",
                    "aida"),
            PatternRule.of(
                    "gcp-key",
                    WORD_START + "(?<secret>AIza[0-9A-Za-z_-]{35}|ya29\\.[0-9A-Za-z_-]{20,512}+)",
                    "aiza",
                    "ya29."),
            PatternRule.of(
                    "github-token",
                    WORD_START + "(?<secret>gh[pousr]_[A-Za-z0-9]{30,255}+|github_pat_[A-Za-z0-9_]{22,255}+)",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_"),
            PatternRule.withDigit(
                    "slack-token",
                    WORD_START
                            + "(?<secret>xox[abeoprs]-[A-Za-z0-9-]{10,255}+|(?<=hooks\\.slack\\.com/services/)T[A-Za-z0-9/_]{10,128}+)",
                    "xox",
                    "hooks.slack.com"),
            PatternRule.withDigit(
                    "api-key",
                    "(?<![A-Za-z0-9_-])(?<secret>sk-[A-Za-z0-9_-]{20,255}+|[srp]k_(?:live|test)_[A-Za-z0-9]{10,255}+"
                            + "|glpat-[A-Za-z0-9_-]{20,64}+|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,64}+|SG\\.[A-Za-z0-9_-]{16,64}+\\.[A-Za-z0-9_-]{16,64}+)",
                    "sk-",
                    "k_live_",
                    "k_test_",
                    "glpat-",
                    "npm_",
                    "hf_",
                    "sg."),
            new KeyValueRule("password", List.of("password", "passwd", "passphrase", "pwd", "pass_phrase"), false),
            new KeyValueRule(
                    "secret",
                    List.of("secret", "private_key", "private-key", "privatekey", "credential", "credentials"),
                    false),
            new KeyValueRule(
                    "key",
                    List.of(
                            "api_key",
                            "api-key",
                            "apikey",
                            "access_key",
                            "access-key",
                            "accesskey",
                            "secret_key",
                            "secret-key",
                            "secretkey",
                            "encryption_key",
                            "access_key_id",
                            "signature"),
                    false),
            new KeyValueRule("token", List.of("token", "sessionid", "session_id"), true),
            new CardRule());

    private static final SecretScan SCAN =
            new SecretScan(RULES.stream().map(SecretRule::needs).toList());

    /**
     * A quick look at UTF-8 text: if it says no, {@link #redact} would change nothing. It says yes to few others than those
     * with a secret's word or number.
     */
    public boolean suspects(byte[] text, int from, int to) {
        return SCAN.suspects(text, from, to);
    }

    /** {@code text} with every secret masked, and how many there were. */
    public Redaction redact(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String masked = text;
        int count = 0;
        for (SecretRule rule : RULES) {
            if (rule.mayOccur(text, lower)) {
                Redaction pass = rule.mask(masked);
                masked = pass.text();
                count += pass.count();
            }
        }
        return new Redaction(masked, count);
    }
}
