package dev.tracemend.agent.judge.minion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps scenarios that do not fail, different in what they call and how they end. Read from another thread, too. */
final class InputShelf {
    private final int most;
    private final Set<Scenario> kept = new LinkedHashSet<>();
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private int results;

    InputShelf(int most) {
        this.most = most;
    }

    /** Keeps a scenario if it is of a kind that is still short; whether it did. */
    synchronized boolean offer(Scenario scenario, Outcome outcome) {
        if (full() || kept.contains(scenario)) {
            return false;
        }
        Expr last = scenario.steps().get(scenario.steps().size() - 1).expr();
        String member = last instanceof Expr.Call call
                ? call.name()
                : last instanceof Expr.StaticCall fixed ? fixed.name() : "new";
        String type = outcome.chain().isEmpty() ? "" : outcome.chain().get(0).type();
        // One kind of failure tells less about behaviour than results do, but some room is left for failures.
        int share = type.isEmpty() ? most / 2 : most / 12;
        if (type.isEmpty() && results >= most - most / 4) {
            return false;
        }
        String kind = member + "/" + type;
        int count = ofAKind.getOrDefault(kind, 0);
        if (count > share) {
            return false;
        }
        ofAKind.put(kind, count + 1);
        results += type.isEmpty() ? 1 : 0;
        return kept.add(scenario);
    }

    synchronized boolean full() {
        return kept.size() >= most;
    }

    synchronized List<Scenario> kept() {
        return new ArrayList<>(kept);
    }
}
