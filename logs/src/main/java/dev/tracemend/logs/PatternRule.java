package dev.tracemend.logs;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret with a shape of its own. The pattern's group {@code secret} is masked; every repetition in it is bounded or
 * possessive, so that it takes linear time.
 *
 * @param isSecret what the pattern cannot say: a check digit, or that there is a digit at all
 */
record PatternRule(String id, String kind, RedactionNeeds needs, Pattern pattern, Predicate<String> isSecret)
        implements RedactionRule {

    /** Every match counts. */
    static PatternRule of(String id, String kind, String pattern, String... literals) {
        return new PatternRule(id, kind, RedactionNeeds.anyOf(literals), Pattern.compile(pattern), found -> true);
    }

    /** The same with one more condition. */
    PatternRule when(Predicate<String> condition) {
        return new PatternRule(id, kind, needs, pattern, condition);
    }

    /** The same, of which no text without this character can have anything: it need not be looked at closely. */
    PatternRule beside(char needed) {
        return new PatternRule(id, kind, needs.beside(needed), pattern, isSecret);
    }

    @Override
    public Redaction mask(String text) {
        Matcher matcher = pattern.matcher(text);
        Masking masking = new Masking(text, kind);
        while (matcher.find()) {
            String secret = matcher.group("secret");
            boolean masked = secret.isBlank() || RedactionRule.inMask(text, matcher.start("secret"));
            if (!masked && isSecret.test(secret) && !RedactionRule.inFrame(text, matcher.start())) {
                masking.hide(matcher.start("secret"), matcher.end("secret"));
            }
        }
        return masking.done();
    }
}
