package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.syntax.Declaration;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the one declaration that has the name and the parameter types of the one that SEARCH consists of, where the two are
 * alike at least by half. What REPLACE keeps of SEARCH keeps the file's lines if a merge allows; else the whole
 * declaration becomes REPLACE.
 */
final class DeclarationFinder implements Finder {
    private static final double LEAST = 0.6;

    @Override
    public List<FoundPlace> find(SoughtFile file, Query block) {
        Query query = block.trimmed();
        SyntaxGate gate = file.gate();
        if (query.search().size() < 2
                || gate.reach(file.path(), file.lines().text().length()) != SyntaxGate.Reach.JUDGED
                || query.search().stream().anyMatch(Elision::isMark)
                || query.replace().stream().anyMatch(line -> Elision.isMark(line) || Elision.saysLeftOut(line))) {
            return List.of();
        }
        Optional<Declaration> wanted = only(file, query.search());
        if (wanted.isEmpty() || only(file, query.replace()).isEmpty()) {
            return List.of();
        }
        List<FoundPlace> sites = new ArrayList<>();
        for (Declaration there : gate.declarations(file.path(), file.lines().text())) {
            if (there.matches(wanted.get())) {
                site(file, query, there).ifPresent(sites::add);
            }
        }
        return sites;
    }

    private static Optional<FoundPlace> site(SoughtFile file, Query query, Declaration there) {
        List<String> lines = file.lines()
                .subList(there.first(), Math.min(there.end(), file.lines().size()));
        Region region = new Alignment(lines, there.first(), query.search()).region();
        if (region.score() < LEAST
                || region.first() != there.first()
                || region.end() != there.first() + lines.size()
                || !new Fidelity(file, query.search(), query.replace()).holds(region)) {
            return Optional.empty();
        }
        return Optional.of(new FoundPlace(there.first(), lines.size(), false, () -> effect(file, query, region)));
    }

    private static Optional<List<Chunk>> effect(SoughtFile file, Query query, Region region) {
        AlikeBlock block = new AlikeBlock(file, query, region);
        Optional<List<Chunk>> merged = block.merged();
        return merged.isPresent() ? merged : block.imposed();
    }

    /** The declaration that these lines consist of, and of nothing else. */
    private static Optional<Declaration> only(SoughtFile file, List<String> lines) {
        int depth = lines.isEmpty() ? 0 : Reindent.indent(lines.get(0)).length();
        String text = String.join(
                "\n",
                lines.stream()
                        .map(line -> line.substring(
                                Math.min(depth, Reindent.indent(line).length())))
                        .toList());
        Optional<Declaration> bare = covering(file, text, 0, lines.size());
        // A method alone is no program in most grammars; in a class it is.
        return bare.isPresent() ? bare : covering(file, "class X {\n" + text + "\n}\n", 1, lines.size());
    }

    private static Optional<Declaration> covering(SoughtFile file, String text, int first, int count) {
        if (file.gate().faults(file.path(), text) > 0) {
            return Optional.empty();
        }
        return file.gate().declarations(file.path(), text).stream()
                .filter(found -> found.first() == first && found.end() == first + count)
                .findFirst();
    }
}
