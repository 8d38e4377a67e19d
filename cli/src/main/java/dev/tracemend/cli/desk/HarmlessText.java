package dev.tracemend.cli.desk;

/** Text of a topic for a terminal: what strangers wrote moves no cursor and hides nothing. */
public final class HarmlessText {
    private HarmlessText() {}

    /** On one line, cut at a length. */
    public static String line(String text, int longest) {
        String one = block(text).replaceAll("\\s+", " ").strip();
        return one.length() <= longest ? one : one.substring(0, longest - 1) + "…";
    }

    /** With its line breaks and tabs. */
    public static String block(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll(
                        "[\\p{Cntrl}&&[^\n\t]]|[\u0080-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "\ufffd");
    }
}
