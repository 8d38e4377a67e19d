package people;

import java.util.Locale;

public final class Names {
    private Names() {}

    /** "Ada King Lovelace" as "AKL". */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.trim().split("\\s+")) {
            initials.append(Character.toUpperCase(word.charAt(0)));
        }
        return initials.toString();
    }

    /** "Lovelace, Ada" as "Ada Lovelace". */
    public static String turned(String name) {
        int comma = name.indexOf(',');
        if (comma < 0) {
            return name;
        }
        return name.substring(comma + 1).trim() + " " + name.substring(0, comma).trim();
    }

    public static String shout(String name) {
        return name == null ? "" : name.toUpperCase(Locale.ROOT);
    }
}
