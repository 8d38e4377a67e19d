package dev.tracemend.agent.edit.text;

/** Typographic signs that editors and models put in the place of plain ones. */
public final class Typography {
    private Typography() {}

    /** The text with plain signs only. */
    public static String plain(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < 0x80) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    /** What stands for one sign: itself, where it is not typographic. */
    public static String plain(char sign) {
        return switch (sign) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4' -> "'";
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb' -> "\"";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
            case '\u00a0',
                    '\u2002',
                    '\u2003',
                    '\u2004',
                    '\u2005',
                    '\u2006',
                    '\u2007',
                    '\u2008',
                    '\u2009',
                    '\u200a',
                    '\u202f',
                    '\u205f',
                    '\u3000' -> " ";
            case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad' -> "";
            case '\u2026' -> "...";
            default -> String.valueOf(sign);
        };
    }
}
