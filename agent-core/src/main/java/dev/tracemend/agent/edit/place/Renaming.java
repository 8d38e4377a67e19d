package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.syntax.SyntaxGate;
import dev.tracemend.agent.edit.text.Norm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One name that the author of a block spelt otherwise than the file does, all through the block. The name of the block must
 * not be in the file at all, else the block may be meant for another place where that name is used.
 */
record Renaming(String from, String to) {

    /** The renaming that makes every paired line equal; empty where none does, or none is needed. */
    static Optional<Renaming> of(SoughtFile file, List<String> search, Region region) {
        Optional<Renaming> found = Optional.empty();
        Set<String> known = new HashSet<>();
        int renamed = 0;
        int equal = 0;
        search.forEach(line -> known.addAll(Words.of(line)));
        for (int i = 0; i < search.size(); i++) {
            int line = region.lineOf().get(i);
            if (line < 0 || Norm.TOKENS.same(search.get(i), file.lines().get(line))) {
                equal += line < 0 || search.get(i).isBlank() ? 0 : 1;
                continue;
            }
            renamed++;
            if (found.isEmpty()) {
                found = difference(search.get(i), file.lines().get(line));
            }
            Optional<Renaming> renaming = found;
            if (renaming.isEmpty()
                    || !Norm.TOKENS.same(
                            renaming.get().apply(search.get(i)), file.lines().get(line))) {
                return Optional.empty();
            }
        }
        // One line in two is no evidence: the block may be meant for other code.
        boolean enough = renamed >= 2 && renamed + equal >= 3 || renamed == 1 && equal >= 3;
        boolean code = file.gate().reach(file.path(), file.lines().text().length()) == SyntaxGate.Reach.JUDGED;
        return found.filter(r -> enough
                && code
                && file.words().places(r.from).isEmpty()
                && !known.contains(r.to)
                && Character.isJavaIdentifierStart(r.from.charAt(0))
                && Character.isJavaIdentifierStart(r.to.charAt(0)));
    }

    String apply(String line) {
        return Words.renamed(line, from, to);
    }

    List<String> apply(List<String> lines) {
        return lines.stream().map(this::apply).toList();
    }

    private static Optional<Renaming> difference(String one, String other) {
        List<String> words = Words.of(one);
        List<String> others = Words.of(other);
        for (int i = 0; i < Math.min(words.size(), others.size()); i++) {
            if (!words.get(i).equals(others.get(i))) {
                return Optional.of(new Renaming(words.get(i), others.get(i)));
            }
        }
        return Optional.empty();
    }
}
