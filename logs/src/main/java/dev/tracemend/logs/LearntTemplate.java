package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages that are one to {@link TemplateTree}.
 *
 * @param first the first of them, masked; it names them all
 * @param words what they have in common
 * @param novel whether the first came when many others had been seen
 */
public record LearntTemplate(String first, List<String> words, boolean novel) {

    /** Copies the words. */
    public LearntTemplate {
        words = List.copyOf(words);
    }

    boolean isLike(List<String> others, double likeness) {
        if (others.size() != words.size()) {
            return false;
        }
        int same = 0;
        int constant = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean masked = words.get(i).equals(MessageTemplate.MASK);
            constant += masked ? 0 : 1;
            same += !masked && words.get(i).equals(others.get(i)) ? 1 : 0;
        }
        return same >= Math.ceil(constant * likeness) && constant - same <= 1;
    }

    /** A word that varies is a mask from now on, one at most: more would be another message. */
    LearntTemplate with(List<String> others) {
        List<String> common = new ArrayList<>(words);
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals(others.get(i))) {
                common.set(i, MessageTemplate.MASK);
            }
        }
        return common.equals(words) ? this : new LearntTemplate(first, common, novel);
    }
}
