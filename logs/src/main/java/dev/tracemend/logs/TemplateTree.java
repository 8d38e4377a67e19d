package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the templates of messages as Drain does: by their number of words, then by their first two words, then by
 * likeness. It knows what is new, and which messages differ only in a word or two. Memory is bounded: beyond
 * {@link #MOST_LEAVES} leaves of {@link #MOST_TEMPLATES} templates the ones used longest ago are forgotten. Not for use by
 * many threads.
 */
public final class TemplateTree {
    /** Messages after which a template that never came can be called new. */
    public static final int WARM_UP = 256;

    static final int MOST_LEAVES = 1_024;
    static final int MOST_TEMPLATES = 16;
    private static final int MOST_WORDS = 40;
    /** Of the words that are no mask, so many must be the same. */
    private static final double LIKENESS = 0.75;

    private final Map<String, List<Template>> leaves = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Template>> eldest) {
            return size() > MOST_LEAVES;
        }
    };
    private long messages;

    /** Counts a message of which nothing else need be known. */
    public void pass() {
        messages++;
    }

    /** Takes in a message; {@code scope}, such as its logger, keeps like messages of other places apart. */
    public Sighting see(String scope, String message) {
        messages++;
        String masked = MessageTemplate.of(message);
        String[] words = masked.split(" ", MOST_WORDS);
        List<Template> leaf = leaves.computeIfAbsent(key(scope, words), k -> new ArrayList<>());
        for (Template template : leaf) {
            if (template.isLike(words)) {
                template.take(words);
                return new Sighting(template.first, template.novel, ++template.count);
            }
        }
        Template template = new Template(masked, words, messages > WARM_UP);
        if (leaf.size() >= MOST_TEMPLATES) {
            leaf.remove(0);
        }
        leaf.add(template);
        return new Sighting(masked, template.novel, 1);
    }

    private static String key(String scope, String[] words) {
        String second = words.length > 3 && !words[1].contains(MessageTemplate.MASK) ? words[1] : "";
        String start = words[0].contains(MessageTemplate.MASK) ? "" : words[0];
        return words.length + " " + start + " " + second + " " + scope;
    }

    /** How many templates are known. */
    public int size() {
        return leaves.values().stream().mapToInt(List::size).sum();
    }

    /**
     * What is known of a message.
     *
     * @param template that of the first message like it
     * @param novel whether that first one came after {@link #WARM_UP} others
     * @param count how many like it came, this one included
     */
    public record Sighting(String template, boolean novel, long count) {}

    private static final class Template {
        private final String first;
        private final String[] words;
        private final boolean novel;
        private long count = 1;

        Template(String first, String[] words, boolean novel) {
            this.first = first;
            this.words = words;
            this.novel = novel;
        }

        boolean isLike(String[] others) {
            if (others.length != words.length) {
                return false;
            }
            int same = 0;
            int constant = 0;
            for (int i = 0; i < words.length; i++) {
                boolean masked = words[i].equals(MessageTemplate.MASK);
                constant += masked ? 0 : 1;
                same += !masked && words[i].equals(others[i]) ? 1 : 0;
            }
            return same >= Math.ceil(constant * LIKENESS) && constant - same <= 1;
        }

        /** A word that varies is a mask from now on, one at most: more would be another message. */
        void take(String[] others) {
            for (int i = 0; i < words.length; i++) {
                if (!words[i].equals(others[i])) {
                    words[i] = MessageTemplate.MASK;
                }
            }
        }
    }
}
