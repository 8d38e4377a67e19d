package dev.tracemend.agent.edit.place;

import java.util.List;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** Lines as JGit's algorithms want them. */
final class LineSequence extends Sequence {
    static final SequenceComparator<LineSequence> EQUAL = new SequenceComparator<>() {
        @Override
        public boolean equals(LineSequence a, int ai, LineSequence b, int bi) {
            return a.lines.get(ai).equals(b.lines.get(bi));
        }

        @Override
        public int hash(LineSequence sequence, int line) {
            return sequence.lines.get(line).hashCode();
        }
    };

    private final List<String> lines;

    LineSequence(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public int size() {
        return lines.size();
    }
}
