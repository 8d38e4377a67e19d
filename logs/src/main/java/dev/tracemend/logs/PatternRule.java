package dev.tracemend.logs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret with a shape of its own. The pattern's group {@code secret} is masked; every repetition in it is bounded or
 * possessive, so that it takes linear time.
 *
 * @param kind what the mask says
 * @param triggers without one of these (lower case) in the text the pattern is not tried
 * @param needsDigit whether a secret without a digit is taken for a word
 */
record PatternRule(String kind, List<String> triggers, Pattern pattern, boolean needsDigit) implements SecretRule {

    static PatternRule of(String kind, String pattern, String... triggers) {
        return new PatternRule(kind, List.of(triggers), Pattern.compile(pattern), false);
    }

    static PatternRule withDigit(String kind, String pattern, String... triggers) {
        return new PatternRule(kind, List.of(triggers), Pattern.compile(pattern), true);
    }

    @Override
    public boolean mayOccur(String text, String lowerCase) {
        for (String trigger : triggers) {
            if (lowerCase.contains(trigger)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SecretNeeds needs() {
        return SecretNeeds.words(triggers);
    }

    @Override
    public Redaction mask(String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        int count = 0;
        while (matcher.find()) {
            if (isSecret(matcher.group("secret"))) {
                masked.append(text, from, matcher.start("secret")).append(SecretRule.label(kind));
                from = matcher.end("secret");
                count++;
            }
        }
        return SecretRule.result(text, masked, from, count);
    }

    private boolean isSecret(String found) {
        if (found.isBlank() || found.startsWith(Redactor.OPEN)) {
            return false;
        }
        return !needsDigit || found.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
