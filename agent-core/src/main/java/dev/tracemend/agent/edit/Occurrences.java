package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.text.Lines;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a string stands in a text, its line ends spelt as the text has them.
 *
 * @param starts characters, in order and apart
 * @param length of the string as the text spells it
 * @param end the line end that the text has
 */
record Occurrences(List<Integer> starts, int length, String end) {

    static Occurrences of(Lines file, String wanted) {
        String plain = wanted.replace("\r\n", "\n");
        String first = file.endAround(0);
        Occurrences found = in(file.text(), plain, first);
        return found.starts.isEmpty() && plain.indexOf('\n') >= 0
                ? in(file.text(), plain, first.equals("\n") ? "\r\n" : "\n")
                : found;
    }

    /** A text with the line ends of this one. */
    String inFile(String text) {
        String plain = text.replace("\r\n", "\n");
        return end.equals("\n") ? plain : plain.replace("\n", end);
    }

    private static Occurrences in(String text, String plain, String end) {
        String wanted = end.equals("\n") ? plain : plain.replace("\n", end);
        List<Integer> starts = new ArrayList<>();
        for (int at = text.indexOf(wanted); at >= 0 && !wanted.isEmpty(); at = text.indexOf(wanted, at)) {
            starts.add(at);
            at += wanted.length();
        }
        return new Occurrences(starts, wanted.length(), end);
    }
}
