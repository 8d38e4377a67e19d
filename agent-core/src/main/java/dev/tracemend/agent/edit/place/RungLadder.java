package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.Rung;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the place of a block: the strictest rung that knows one decides. Has no state; safe for many threads. */
public final class RungLadder {
    private static final Finder TRAILING = new LineFinder(Norm.RSTRIP, false);
    private static final Finder SHIFTED = new LineFinder(Norm.STRIP, false);
    private static final Finder FOLDED = new LineFinder(Norm.FOLD, false);

    private final Map<Rung, Finder> rungs = new EnumMap<>(Rung.class);

    /** The eleven rungs. */
    public RungLadder() {
        rungs.put(Rung.EXACT, new ExactFinder());
        rungs.put(Rung.TRAILING_BLANKS, TRAILING);
        rungs.put(Rung.INDENTATION, SHIFTED);
        rungs.put(Rung.BLANK_ENDS, new TrimmedFinder(TRAILING, SHIFTED));
        TrimmedFinder parts = new TrimmedFinder(TRAILING, SHIFTED, FOLDED);
        rungs.put(Rung.ELISION, new ElisionFinder(new ExactFinder(), parts));
        rungs.put(Rung.PUNCTUATION, new TrimmedFinder(FOLDED));
        rungs.put(Rung.TOKENS, new TrimmedFinder(new LineFinder(Norm.TOKENS, false)));
        rungs.put(Rung.LINE_INDENTATION, new TrimmedFinder(new LineFinder(Norm.TOKENS, true)));
        rungs.put(Rung.DECLARATION, new DeclarationFinder());
        rungs.put(Rung.MERGE, AlikeFinder.merge());
        rungs.put(Rung.FUZZY, AlikeFinder.fuzzy());
    }

    /** The place of a block in a file. */
    public Placement place(SoughtFile file, Query query) {
        Placement refused = new Placement.Nowhere();
        boolean blank = query.search().stream().allMatch(String::isBlank);
        for (Map.Entry<Rung, Finder> rung : rungs.entrySet()) {
            if (rung.getKey() != Rung.EXACT && blank
                    || query.strict() && rung.getKey().loose()) {
                break;
            }
            List<FoundPlace> sites =
                    Narrowing.of(file.lines(), query, rung.getValue().find(file, query));
            if (sites.size() > 1 && !query.firstMatch()) {
                return new Placement.Several(
                        sites.stream().map(FoundPlace::first).toList());
            }
            if (sites.isEmpty()) {
                continue;
            }
            Placement outcome = settle(file, rung.getKey(), sites.get(0));
            if (outcome instanceof Placement.Placed) {
                return outcome;
            }
            refused = refused instanceof Placement.Nowhere ? outcome : refused;
        }
        return refused;
    }

    /** Whether the file holds these lines, by one of the strict rungs. */
    public boolean holds(SoughtFile file, Query query) {
        return rungs.entrySet().stream()
                .filter(rung -> rung.getKey().number() <= Rung.BLANK_ENDS.number())
                .anyMatch(rung -> !rung.getValue().find(file, query).isEmpty());
    }

    private static Placement settle(SoughtFile file, Rung rung, FoundPlace site) {
        Optional<List<Chunk>> effect = site.effect().get();
        if (effect.isEmpty()) {
            return new Placement.Nowhere();
        }
        List<Chunk> chunks = new ArrayList<>(effect.get());
        chunks.sort(Comparator.comparingInt(Chunk::from).thenComparingInt(Chunk::to));
        if (rung.loose()) {
            String why = objection(file, chunks);
            if (!why.isEmpty()) {
                return new Placement.Unsafe(rung, site.first(), why);
            }
        }
        return new Placement.Placed(rung, site.first(), site.count(), site.fuzzy(), chunks);
    }

    private static String objection(SoughtFile file, List<Chunk> chunks) {
        SyntaxGate.Reach reach =
                file.gate().reach(file.path(), file.lines().text().length());
        return switch (reach) {
            case NO_GRAMMAR -> "";
            case TOO_LONG -> "the file is too long to check its syntax, which a loosely matched edit needs";
            case NO_LIBRARY ->
                "the syntax of such files cannot be checked on this machine, which a loosely matched" + " edit needs";
            case JUDGED -> file.keepsSyntax(chunks) ? "" : "the change would break the file's syntax there";
        };
    }
}
