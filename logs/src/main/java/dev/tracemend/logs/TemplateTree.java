package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns the templates of messages as Drain does: by their place, their number of words, then by likeness. It knows what is
 * new, and which messages differ only in some words. Memory is bounded: beyond
 * {@link #MOST_LEAVES} leaves of {@link #MOST_TEMPLATES} templates the ones used longest ago are forgotten. What was learnt
 * can be put on a {@link Shelf}, a leaf at a time. Not for use by many threads.
 */
public final class TemplateTree {
    /** Messages after which a template that never came can be called new. */
    public static final int WARM_UP = 256;

    static final int MOST_LEAVES = 512;
    static final int MOST_TEMPLATES = 32;
    private static final int MOST_WORDS = 40;

    private final Shelf shelf;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, List<LearntTemplate>> leaves = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> forgotten = new LinkedHashSet<>();
    private Roster saved;
    private long messages;

    /** Where leaves lie that are not in use. */
    public interface Shelf {
        /** How many messages there were, up to those that matter, and the leaves that lie here, the one used last at the end. */
        Roster roster();

        /** Puts the roster. */
        void put(Roster roster);

        /** A leaf that lies here. */
        List<LearntTemplate> leaf(String key);

        /** Puts a leaf. */
        void put(String key, List<LearntTemplate> leaf);

        /** Takes a leaf away, if it lies here. */
        void remove(String key);
    }

    /** What there is on a shelf. */
    public record Roster(long messages, List<String> leaves) {
        /** Nothing was learnt yet. */
        public static final Roster EMPTY = new Roster(0, List.of());

        /** Copies the list. */
        public Roster {
            leaves = List.copyOf(leaves);
        }
    }

    /** A tree that goes on with what lies on a shelf. */
    public TemplateTree(Shelf shelf) {
        this.shelf = shelf;
        saved = shelf.roster();
        messages = saved.messages();
        known.addAll(saved.leaves());
    }

    /** Counts a message of which nothing else need be known. */
    public void pass() {
        messages = Math.min(messages + 1, WARM_UP + 1);
    }

    /** Takes in a message; {@code scope}, such as its logger, keeps like messages of other places apart. */
    public Sighting see(String scope, String message) {
        pass();
        String masked = MessageTemplate.of(message);
        List<String> words = List.of(masked.split(" ", MOST_WORDS));
        String key = key(scope, words);
        List<LearntTemplate> leaf = leaf(key);
        for (int i = 0; i < leaf.size(); i++) {
            LearntTemplate template = leaf.get(i);
            if (template.isLike(words)) {
                LearntTemplate wider = template.with(words);
                if (!wider.equals(template)) {
                    leaf.set(i, wider);
                    changed.add(key);
                }
                return new Sighting(template.first(), template.novel());
            }
        }
        LearntTemplate template = new LearntTemplate(masked, words, messages > WARM_UP);
        if (leaf.size() >= MOST_TEMPLATES) {
            leaf.remove(0);
        }
        leaf.add(template);
        changed.add(key);
        return new Sighting(masked, template.novel());
    }

    private List<LearntTemplate> leaf(String key) {
        List<LearntTemplate> leaf = leaves.get(key);
        boolean isKnown = known.remove(key);
        known.add(key);
        if (leaf == null) {
            leaf = new ArrayList<>(isKnown ? shelf.leaf(key) : List.of());
            leaves.put(key, leaf);
        }
        if (known.size() > MOST_LEAVES) {
            String eldest = known.iterator().next();
            known.remove(eldest);
            leaves.remove(eldest);
            changed.remove(eldest);
            forgotten.add(eldest);
        }
        return leaf;
    }

    /** Puts what has changed on the shelf; leaves that were not touched since the last time leave memory. */
    public void save() {
        forgotten.forEach(shelf::remove);
        forgotten.clear();
        for (String key : changed) {
            shelf.put(key, List.copyOf(leaves.getOrDefault(key, List.of())));
        }
        changed.clear();
        leaves.clear();
        Roster roster = new Roster(messages, List.copyOf(known));
        if (!roster.equals(saved)) {
            shelf.put(roster);
            saved = roster;
        }
    }

    /** Any word may vary; where a scope is known, the first one, too. */
    private static String key(String scope, List<String> words) {
        String first = words.get(0);
        boolean told = scope.isBlank() && !first.contains(MessageTemplate.MASK);
        return words.size() + " " + (told ? first : "") + " " + scope;
    }

    /** How many leaves are known. */
    public int size() {
        return known.size();
    }

    /**
     * What is known of a message.
     *
     * @param template that of the first message like it
     * @param novel whether that first one came after {@link #WARM_UP} others
     */
    public record Sighting(String template, boolean novel) {}
}
