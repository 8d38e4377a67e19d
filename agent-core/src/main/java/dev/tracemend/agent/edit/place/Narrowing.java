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
    static List<Site> of(Lines file, Query query, List<Site> sites) {
        return sites.size() < 2 ? sites : new Narrowing(file, query).narrow(sites);
    }

    private List<Site> narrow(List<Site> all) {
        Hints hints = query.hints();
        List<Site> sites = all;
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
            List<Site> later =
                    sites.stream().filter(site -> site.first() >= query.after()).toList();
            sites = orAll(later, sites);
        }
        return sites;
    }

    private boolean isLast(Site site) {
        for (int i = site.first() + site.count(); i < file.size(); i++) {
            if (!file.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The sites within the part that the headers open, one inside the other. */
    private List<Site> below(List<String> headers, List<Site> sites) {
        List<Integer> scopes = List.of(-1);
        for (String header : headers) {
            List<Integer> inner = new ArrayList<>();
            for (int scope : scopes) {
                for (int i = scope + 1; i < end(scope); i++) {
                    if (Headers.fits(header, file.get(i))) {
                        inner.add(i);
                    }
                }
            }
            if (inner.isEmpty()) {
                return List.of();
            }
            scopes = inner.stream().distinct().toList();
        }
        List<Site> found = new ArrayList<>();
        for (Site site : sites) {
            if (scopes.stream().anyMatch(scope -> site.first() >= scope && site.first() < end(scope))) {
                found.add(site);
            }
        }
        return found;
    }

    private int end(int scope) {
        return scope < 0 ? file.size() : Headers.end(file, scope);
    }

    /** The site at the line, or one that is much nearer to it than all others. */
    private static List<Site> near(int line, List<Site> sites) {
        List<Site> sorted = sites.stream()
                .sorted(Comparator.comparingInt(site -> Math.abs(site.first() - line)))
                .toList();
        int first = Math.abs(sorted.get(0).first() - line);
        int second = Math.abs(sorted.get(1).first() - line);
        return first * CLEARLY < second ? List.of(sorted.get(0)) : sites;
    }

    private static List<Site> orAll(List<Site> some, List<Site> all) {
        return some.isEmpty() ? all : some;
    }
}
