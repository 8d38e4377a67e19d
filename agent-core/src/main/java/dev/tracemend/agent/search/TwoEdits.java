package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CompileRepair;
import dev.tracemend.agent.repair.Mutator;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.repair.Suspicion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Second changes on top of one that turned some failing tests and broke none, or that lacks little to compile. */
final class TwoEdits {
    private static final int MOST = 1500;
    private static final int MOST_TOGETHER = 40;

    private final Project project;
    private final Suspicion suspicion;

    TwoEdits(Project project, Suspicion suspicion) {
        this.project = project;
        this.suspicion = suspicion;
    }

    /** Changes of the original that hold the first change and one more. */
    List<Candidate> after(Candidate first) {
        return onTop(first, (original, changed) -> {
            String path = first.edits().get(0).path();
            Suspicion moved =
                    moved(original, changed, path, first.edits().get(0).start());
            return new Mutator().candidates(project, moved, Map.of(path, changed), MOST);
        });
    }

    /** Changes of the original that hold one which the compiler refuses, and what lets it pass. */
    List<Candidate> compiling(Judged broken) {
        String path = broken.candidate().edits().get(0).path();
        String error = broken.error().orElse("");
        return onTop(broken.candidate(), (original, changed) -> new CompileRepair()
                .candidates(project, path, changed, error));
    }

    /** @param seconds gives further changes of a changed text, of which it is told the original, too */
    private List<Candidate> onTop(Candidate first, BiFunction<String, String, List<Candidate>> seconds) {
        String path = first.edits().get(0).path();
        boolean oneFile = first.edits().stream().allMatch(edit -> edit.path().equals(path));
        Optional<String> original = oneFile ? read(path) : Optional.empty();
        if (original.isEmpty()) {
            return List.of();
        }
        String changed = applied(original.get(), first.edits());
        List<Candidate> both = new ArrayList<>();
        for (Candidate second : seconds.apply(original.get(), changed)) {
            if (second.edits().stream().allMatch(edit -> edit.path().equals(path))) {
                String end = applied(changed, second.edits());
                both.add(new Candidate(
                        List.of(difference(path, original.get(), end)),
                        first.operator() + "+" + second.operator(),
                        second.prior() * 0.8,
                        first.symptom() || second.symptom(),
                        first.rationale() + "; and " + second.rationale()));
            }
        }
        return both;
    }

    /** Two changes in one, where they lie apart and each turns failing tests that the other does not: two faults. */
    static List<Candidate> together(List<Judged> partial) {
        List<Candidate> both = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_TOGETHER, partial.size()); i++) {
            for (int j = i + 1; j < Math.min(MOST_TOGETHER, partial.size()); j++) {
                Judged one = partial.get(i);
                Judged other = partial.get(j);
                if (complement(one, other)
                        && apart(one.candidate().edits(), other.candidate().edits())) {
                    both.add(joined(one.candidate(), other.candidate()));
                }
            }
        }
        return both;
    }

    private static boolean complement(Judged one, Judged other) {
        List<String> first = one.judgement().failToPass();
        List<String> second = other.judgement().failToPass();
        return !first.containsAll(second) && !second.containsAll(first);
    }

    private static boolean apart(List<TextEdit> one, List<TextEdit> other) {
        return one.stream().allMatch(a -> other.stream()
                .allMatch(b -> !a.path().equals(b.path()) || a.end() < b.start() || b.end() < a.start()));
    }

    private static Candidate joined(Candidate one, Candidate other) {
        List<TextEdit> edits = new ArrayList<>(one.edits());
        edits.addAll(other.edits());
        edits.sort(Comparator.comparing(TextEdit::path).thenComparingInt(TextEdit::start));
        return new Candidate(
                edits,
                one.operator() + "+" + other.operator(),
                one.prior() * other.prior(),
                one.symptom() || other.symptom(),
                one.rationale() + "; and " + other.rationale());
    }

    private Suspicion moved(String before, String after, String path, int at) {
        int by = (int) (after.lines().count() - before.lines().count());
        int line = (int) before.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return by == 0 ? suspicion : suspicion.shifted(path, line, by);
    }

    private Optional<String> read(String path) {
        try {
            return Optional.of(Files.readString(project.root().resolve(path)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String applied(String text, List<TextEdit> edits) {
        StringBuilder applied = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> applied.replace(edit.start(), edit.end(), edit.replacement()));
        return applied.toString();
    }

    /** One edit from where two texts part to where they meet again. */
    static TextEdit difference(String path, String before, String after) {
        int start = 0;
        int shorter = Math.min(before.length(), after.length());
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int back = 0;
        while (back < shorter - start
                && before.charAt(before.length() - 1 - back) == after.charAt(after.length() - 1 - back)) {
            back++;
        }
        return new TextEdit(path, start, before.length() - back, after.substring(start, after.length() - back));
    }
}
