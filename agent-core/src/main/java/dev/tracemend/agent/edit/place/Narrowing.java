package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.format.Hints;
import dev.tracemend.agent.edit.text.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells several places of a block apart by what else the reply says: the end of the file, a header above the place, a line
 * number, and, where the form keeps the file's order, the place of the block before.
 */
final class Narrowing {
    private static final int CLEARLY = 3;

    private final Lines file;
    private final Query query;

    private Narrowing(Lines file, Query query) {
        this.file = file;
        this.query = query;
    }

    /** The sites that are left; never none where there was one. */
    static List<FoundPlace> of(Lines file, Query query, List<FoundPlace> sites) {
        return sites.size() < 2 ? sites : new Narrowing(file, query).narrow(sites);
    }

    private List<FoundPlace> narrow(List<FoundPlace> all) {
        Hints hints = query.hints();
        List<FoundPlace> sites = all;
        if (hints.atEnd()) {
            sites = orAll(sites.stream().filter(this::isLast).toList(), sites);
        }
        if (sites.size() > 1 && !hints.headers().isEmpty()) {
            sites = orAll(below(hints.headers(), sites), sites);
        }
        if (sites.size() > 1 && hints.line() > 0) {
            sites = near(hints.line() - 1, sites);
        }
        if (sites.size() > 1 && hints.ordered()) {
            List<FoundPlace> later =
                    sites.stream().filter(site -> site.first() >= query.after()).toList();
            sites = orAll(later, sites);
        }
        return sites;
    }

    private boolean isLast(FoundPlace site) {
        for (int i = site.first() + site.count(); i < file.size(); i++) {
            if (!file.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The sites within the part that the headers open, one inside the other. */
    private List<FoundPlace> below(List<String> headers, List<FoundPlace> sites) {
        List<Integer> scopes = List.of(-1);
        for (String header : headers) {
            List<Integer> inner = new ArrayList<>();
            for (int scope : scopes) {
                for (int i = scope + 1; i < end(scope); i++) {
                    if (ScopeHeaders.fits(header, file.get(i))) {
                        inner.add(i);
                    }
                }
            }
            if (inner.isEmpty()) {
                return List.of();
            }
            scopes = inner.stream().distinct().toList();
        }
        List<FoundPlace> found = new ArrayList<>();
        for (FoundPlace site : sites) {
            if (scopes.stream().anyMatch(scope -> site.first() >= scope && site.first() < end(scope))) {
                found.add(site);
            }
        }
        return found;
    }

    private int end(int scope) {
        return scope < 0 ? file.size() : ScopeHeaders.end(file, scope);
    }

    /** The site at the line, or one that is much nearer to it than all others. */
    private static List<FoundPlace> near(int line, List<FoundPlace> sites) {
        List<FoundPlace> sorted = sites.stream()
                .sorted(Comparator.comparingInt(site -> Math.abs(site.first() - line)))
                .toList();
        int first = Math.abs(sorted.get(0).first() - line);
        int second = Math.abs(sorted.get(1).first() - line);
        return first * CLEARLY < second ? List.of(sorted.get(0)) : sites;
    }

    private static List<FoundPlace> orAll(List<FoundPlace> some, List<FoundPlace> all) {
        return some.isEmpty() ? all : some;
    }
}
