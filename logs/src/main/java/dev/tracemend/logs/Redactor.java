package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Masks secrets in log text before it leaves the process. A mask says what it hides, such as {@code [redacted:jwt]};
 * redacting twice changes nothing. Stack frames stay as they are. A line without a trigger word costs a scan only.
 * It errs on the side of masking, yet it is no promise: a secret without a known shape or key goes unseen.
 */
public final class Redactor {
    /** How every mask starts. */
    static final String OPEN = "[redacted:";

    private final List<RedactionRule> rules;
    private final NeedScan scan;
    private final SecretScan quickScan;

    /** With {@link RedactionConfig#defaults()}. */
    public Redactor() {
        this(SecretRules.RULES);
    }

    private Redactor(List<RedactionRule> rules) {
        this.rules = rules;
        this.scan = new NeedScan(rules);
        this.quickScan = new SecretScan(rules.stream().map(RedactionRule::needs).toList());
    }

    /**
     * With rules of one's own choice.
     *
     * @throws IllegalArgumentException naming the own pattern that cannot be used, and why
     */
    public static Redactor of(RedactionConfig config) {
        List<RedactionRule> rules = new ArrayList<>(config.enabled() ? SecretRules.RULES : List.of());
        if (config.enabled() && config.emails()) {
            rules.add(SecretRules.EMAIL);
        }
        if (config.enabled() && config.ibans()) {
            rules.add(SecretRules.IBAN);
        }
        if (config.enabled()) {
            config.patterns().stream().map(OwnPatternRule::of).forEach(rules::add);
        }
        return new Redactor(List.copyOf(rules));
    }

    /** The rules in the order in which they are tried. */
    public List<RedactionRule> rules() {
        return rules;
    }

    /**
     * A quick look at UTF-8 text: if it says no, {@link #redact} would change nothing. It says yes to few others than those
     * with a literal or a run that a rule needs.
     */
    public boolean suspects(byte[] text, int from, int to) {
        return quickScan.suspects(text, from, to);
    }

    /** {@code text} with every secret masked, and how many there were. */
    public Redaction redact(String text) {
        BitSet due = scan.due(text);
        Redaction result = new Redaction(text, 0);
        for (int rule = due.nextSetBit(0); rule >= 0; rule = due.nextSetBit(rule + 1)) {
            result = result.then(rules.get(rule).mask(result.text()));
        }
        return result;
    }
}
