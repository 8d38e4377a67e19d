package dev.tracemend.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment card numbers: 13 to 19 digits of a known issuer, in one piece or in groups, with a right check digit. */
record CardRule() implements SecretRule {
    private static final int SHORTEST = 13;
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_./-])"
            + "(?:[2-6]\\d{12,18}+|[2-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{1,4}+(?:\\1\\d{1,3}+)?|3\\d{3}([ -])\\d{6}\\2\\d{5})"
            + "(?![A-Za-z0-9_/-]|\\.\\d)");

    @Override
    public boolean mayOccur(String text, String lowerCase) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < SHORTEST; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != ' ' && c != '-') {
                digits = 0;
            }
        }
        return digits == SHORTEST;
    }

    @Override
    public SecretNeeds needs() {
        return SecretNeeds.digits(SHORTEST);
    }

    @Override
    public Redaction mask(String text) {
        Matcher matcher = NUMBER.matcher(text);
        StringBuilder masked = new StringBuilder(text.length());
        int count = 0;
        int from = 0;
        while (matcher.find()) {
            if (hasCheckDigit(matcher.group()) && !SecretRule.inFrame(text, matcher.start())) {
                masked.append(text, from, matcher.start()).append(SecretRule.label("card"));
                from = matcher.end();
                count++;
            }
        }
        return SecretRule.result(text, masked, from, count);
    }

    /** Luhn's rule, over the digits alone. */
    private static boolean hasCheckDigit(String number) {
        int sum = 0;
        int place = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = number.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                int weighed = place++ % 2 == 0 ? digit : digit * 2;
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
        }
        return sum % 10 == 0;
    }
}
