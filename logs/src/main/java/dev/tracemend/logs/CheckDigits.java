package dev.tracemend.logs;

/** The check digits of card and account numbers. */
final class CheckDigits {
    private CheckDigits() {}

    /** Luhn's rule, over the digits alone. */
    static boolean isLuhn(CharSequence number) {
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

    /** 97's remainder of the number with its first four characters put last (ISO 13616), and eight digits in a row. */
    static boolean isIban(String found) {
        String number = found.replace(" ", "");
        String turned = number.length() < 15 ? "" : number.substring(4) + number.substring(0, 4);
        int rest = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1 && RedactionNeeds.hasRun(found, 8, true);
    }
}
