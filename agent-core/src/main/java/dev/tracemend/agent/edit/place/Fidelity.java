package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether lines that are only alike mean the same. Likeness by characters is blind for the one name or number that makes
 * two places different, so a word of the block that the file's line has not, must be a slip: a word that is nowhere in the
 * file and spelt nearly as the one that is there.
 */
final class Fidelity {
    private static final double SLIP = 0.6;

    private final SoughtFile file;
    private final List<String> search;
    private final Set<Integer> changed = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    Fidelity(SoughtFile file, List<String> search, List<String> replace) {
        this.file = file;
        this.search = search;
        for (LineDiff.Delta delta : LineDiff.of(search, replace)) {
            for (int i = delta.from(); i < delta.to(); i++) {
                changed.add(i);
            }
            for (int i = delta.newFrom(); i < delta.newTo(); i++) {
                written.addAll(Words.of(replace.get(i)));
            }
        }
    }

    /** Whether no line of the block contradicts its line of the region. */
    boolean holds(Region region) {
        for (int i = 0; i < search.size(); i++) {
            int line = region.lineOf().get(i);
            if (line < 0 && !search.get(i).isBlank() && !Words.isComment(search.get(i))) {
                return false;
            }
            if (line >= 0 && !same(search.get(i), file.lines().get(line), changed.contains(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean same(String wanted, String there, boolean isChanged) {
        if (Norm.TOKENS.same(wanted, there)) {
            return true;
        }
        if (Words.isComment(wanted) && Words.isComment(there)) {
            return true;
        }
        List<String> extra = new ArrayList<>(Words.of(wanted));
        List<String> lost = new ArrayList<>(Words.of(there));
        for (String word : Words.of(there)) {
            extra.remove(word);
        }
        for (String word : Words.of(wanted)) {
            lost.remove(word);
        }
        if (extra.isEmpty() && !isChanged && lost.stream().allMatch(Words::isModifier)) {
            return true;
        }
        if (extra.size() != lost.size()) {
            return false;
        }
        for (int i = 0; i < extra.size(); i++) {
            if (!slip(extra.get(i), lost.get(i), isChanged)) {
                return false;
            }
        }
        return true;
    }

    private boolean slip(String word, String meant, boolean isChanged) {
        return !Character.isDigit(word.charAt(0))
                && file.words().places(word).isEmpty()
                && new LineLikeness(word).to(new LineLikeness(meant)) >= SLIP
                && !(isChanged && written.contains(word));
    }
}
