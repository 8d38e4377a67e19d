package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.SourceFacts.Body;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A source whose method bodies, but for those that a change touches, are {@code throw null}: the compiler has a tenth of
 * the work with it. Lines stay where they are. Bodies that make classes, lambdas or switches stay whole, because the names
 * the compiler gives to what they make are counted through the class; so do those of constructors and of methods that
 * share a touched one's name.
 */
final class BodyStubs {
    private static final String STUB = "{throw null;";

    /** What makes the compiler add members or classes. */
    private static final Pattern COUNTED =
            Pattern.compile("->|::|\\b(switch|assert|class|interface|enum|record)\\b|\\bnew\\b[^;{}]*\\)\\s*\\{");

    private final String text;
    private final List<Body> bodies;

    BodyStubs(String text, List<Body> bodies) {
        this.text = text;
        this.bodies = bodies;
    }

    /** Whether enough could be left out for the change, and nothing that it adds is counted. */
    boolean fits(List<TextEdit> edits) {
        boolean counted = edits.stream()
                .anyMatch(edit -> COUNTED.matcher(edit.replacement()).find()
                        || COUNTED.matcher(text.substring(edit.start(), edit.end()))
                                .find());
        return !counted && bodies.stream().filter(Body::plain).count() > edits.size();
    }

    /** The names of the methods that a change touches, {@code <init>} for a constructor. */
    Set<String> touched(List<TextEdit> edits) {
        Set<String> names = new HashSet<>();
        bodies.stream()
                .filter(body -> edits.stream().anyMatch(edit -> holds(body, edit)))
                .forEach(body -> names.add(body.method()));
        return names;
    }

    /** The text with the change, and with stubs for what it leaves alone. */
    String with(List<TextEdit> edits) {
        List<TextEdit> all = new ArrayList<>(edits);
        Set<String> touched = touched(edits);
        for (Body body : bodies) {
            if (body.plain() && !touched.contains(body.method())) {
                int start = (int) body.start();
                int end = (int) body.end();
                all.add(new TextEdit(edits.get(0).path(), start, end, stub(start, end)));
            }
        }
        all.sort(Comparator.comparingInt(TextEdit::start));
        StringBuilder stubbed = new StringBuilder(text.length());
        int at = 0;
        for (TextEdit edit : all) {
            stubbed.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return stubbed.append(text, at, text.length()).toString();
    }

    private String stub(int start, int end) {
        StringBuilder stub = new StringBuilder(STUB);
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                stub.append('\n');
            }
        }
        return stub.append('}').toString();
    }

    private static boolean holds(Body body, TextEdit edit) {
        return body.start() < edit.start() && edit.end() < body.end();
    }
}
