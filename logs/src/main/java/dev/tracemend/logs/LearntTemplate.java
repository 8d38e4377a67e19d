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
    /** Of so many words that are the same one may vary. */
    private static final int SAME_FOR_ONE = 3;

    /** Copies the words. */
    public LearntTemplate {
        words = List.copyOf(words);
    }

    /** Whether a message is one of these: few of the words that all have in common differ, and most stay. */
    boolean isLike(List<String> others) {
        if (others.size() != words.size()) {
            return false;
        }
        int same = 0;
        int constant = 0;
        int masked = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean mask = words.get(i).equals(MessageTemplate.MASK);
            masked += mask ? 1 : 0;
            constant += mask ? 0 : 1;
            same += !mask && words.get(i).equals(others.get(i)) ? 1 : 0;
        }
        int differ = constant - same;
        return differ == 0 || (differ <= Math.max(1, constant / SAME_FOR_ONE) && same >= masked + differ);
    }

    /** A word that varies is a mask from now on. */
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
