package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/** A block and the region of a file that is alike to it: two ways to bring the block's change into the region. */
final class AlikeBlock {
    private final SoughtFile file;
    private final Query query;
    private final Region region;
    private final Reindent indent;
    private final Set<Character> folded;

    AlikeBlock(SoughtFile file, Query query, Region region) {
        this.file = file;
        this.query = query;
        this.region = region;
        List<String> wanted = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (int i = 0; i < query.search().size(); i++) {
            int line = region.lineOf().get(i);
            if (line >= 0) {
                wanted.add(query.search().get(i));
                there.add(file.lines().get(line));
            }
        }
        this.indent = Reindent.uniform(wanted, query.replace(), there).orElseGet(() -> Reindent.perLine(wanted, there));
        this.folded = Aligned.special(wanted);
        this.folded.removeAll(Aligned.special(there));
    }

    /** The region after a three-way merge: SEARCH became the region's lines here and REPLACE there. */
    Optional<List<Chunk>> merged() {
        List<String> base = new ArrayList<>(query.search());
        for (int i = 0; i < base.size(); i++) {
            int line = region.lineOf().get(i);
            boolean same =
                    line >= 0 && Norm.TOKENS.same(base.get(i), file.lines().get(line));
            base.set(i, same ? file.lines().get(line) : base.get(i));
        }
        List<String> theirs = new ArrayList<>();
        int done = 0;
        for (LineDiff.Delta delta : LineDiff.of(query.search(), query.replace())) {
            theirs.addAll(base.subList(done, delta.from()));
            theirs.addAll(written(delta));
            done = delta.to();
        }
        theirs.addAll(base.subList(done, base.size()));
        List<String> ours = file.lines().subList(region.first(), region.end());
        return merge(base, ours, theirs).map(result -> chunks(ours, result));
    }

    private static Optional<List<String>> merge(List<String> base, List<String> ours, List<String> theirs) {
        List<LineSequence> sides = List.of(new LineSequence(base), new LineSequence(ours), new LineSequence(theirs));
        MergeResult<LineSequence> result =
                new MergeAlgorithm().merge(LineSequence.EQUAL, sides.get(0), sides.get(1), sides.get(2));
        if (result.containsConflicts()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (MergeChunk chunk : result) {
            lines.addAll(sides.get(chunk.getSequenceIndex()).lines().subList(chunk.getBegin(), chunk.getEnd()));
        }
        return Optional.of(lines);
    }

    private List<Chunk> chunks(List<String> before, List<String> after) {
        List<Chunk> chunks = new ArrayList<>();
        for (LineDiff.Delta delta : LineDiff.of(before, after)) {
            chunks.add(new Chunk(
                    region.first() + delta.from(),
                    region.first() + delta.to(),
                    after.subList(delta.newFrom(), delta.newTo())));
        }
        return chunks;
    }

    /** The block's change at the lines that are paired; comments that only the file has stay, other such lines forbid it. */
    Optional<List<Chunk>> imposed() {
        List<Chunk> chunks = new ArrayList<>();
        for (LineDiff.Delta delta : LineDiff.of(query.search(), query.replace())) {
            List<String> lines = new ArrayList<>();
            int from;
            int to;
            if (delta.from() == delta.to()) {
                from = delta.from() > 0 && line(delta.from() - 1) >= 0
                        ? line(delta.from() - 1) + 1
                        : line(delta.from());
                to = from;
            } else {
                from = line(delta.from());
                to = line(delta.to() - 1) + 1;
                if (!keepsComments(delta, lines)) {
                    return Optional.empty();
                }
            }
            if (from < 0 || to < from) {
                return Optional.empty();
            }
            lines.addAll(written(delta));
            chunks.add(new Chunk(from, to, lines));
        }
        return Optional.of(chunks);
    }

    private boolean keepsComments(LineDiff.Delta delta, List<String> kept) {
        Set<Integer> paired = new HashSet<>();
        for (int i = delta.from(); i < delta.to(); i++) {
            if (line(i) < 0 && !query.search().get(i).isBlank()) {
                return false;
            }
            paired.add(line(i));
        }
        for (int line = Math.max(0, line(delta.from())); line < line(delta.to() - 1); line++) {
            if (!paired.contains(line)) {
                String text = file.lines().get(line);
                if (!text.isBlank() && !Words.isComment(text)) {
                    return false;
                }
                kept.add(text);
            }
        }
        return true;
    }

    private List<String> written(LineDiff.Delta delta) {
        return query.replace().subList(delta.newFrom(), delta.newTo()).stream()
                .map(line -> indent.apply(Aligned.plain(line, folded)))
                .toList();
    }

    private int line(int search) {
        return search < region.lineOf().size() ? region.lineOf().get(search) : -1;
    }
}
