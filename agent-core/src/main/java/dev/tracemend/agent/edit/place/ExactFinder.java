package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Lines;
import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds equal lines: a few blocks by searching the text, many by an index of its lines, which takes a while to build. */
final class ExactFinder implements Finder {
    private static final int FEW = 4;

    private final LineFinder indexed = new LineFinder(Norm.EXACT, false);

    @Override
    public List<FoundPlace> find(SoughtFile file, Query query) {
        boolean plain = file.lines().text().indexOf('\r') < 0 && !query.search().isEmpty();
        if (!plain || file.exactQueries() > FEW) {
            return indexed.find(file, query);
        }
        Lines lines = file.lines();
        String text = lines.text();
        String wanted = String.join("\n", query.search());
        List<FoundPlace> sites = new ArrayList<>();
        for (int at = text.indexOf(wanted); at >= 0 && at < text.length(); at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean begins = at == 0 || text.charAt(at - 1) == '\n';
            if (begins && (end == text.length() || text.charAt(end) == '\n')) {
                int first = lines.at(at);
                if (first + query.search().size() <= lines.size()) {
                    sites.add(site(lines, first, query));
                }
            }
        }
        return sites;
    }

    private static FoundPlace site(Lines lines, int first, Query query) {
        return new FoundPlace(
                first,
                query.search().size(),
                false,
                () -> Optional.of(new Aligned(lines, first).chunks(query.search(), query.replace(), Reindent.none())));
    }
}
