package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a search knows of the project's classes: the ways in that it tries, and what lies beside them. Runs nothing. */
final class World {
    /** A method or constructor of a frame, seen from its own package. */
    record Entry(Executable member, int level, Universe universe) {
        /** Whether a test would come in here; a program's start is no place for that. */
        boolean open() {
            return universe.reachable(member) && !member.getName().equals("main");
        }

        boolean isCalledBy(Expr expr) {
            String owner = member.getDeclaringClass().getName();
            List<String> params = Maker.params(member);
            if (expr instanceof Expr.Create create) {
                return create.owner().equals(owner) && create.params().equals(params) && member instanceof Constructor;
            } else if (expr instanceof Expr.Call call) {
                return call.owner().equals(owner)
                        && call.name().equals(member.getName())
                        && call.params().equals(params);
            }
            return expr instanceof Expr.StaticCall call
                    && call.owner().equals(owner)
                    && call.name().equals(member.getName())
                    && call.params().equals(params);
        }

        String key() {
            return member.getDeclaringClass().getName() + "#"
                    + (member instanceof Constructor ? "<init>" : member.getName());
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final boolean keepsStatics;

    World(CandidateLoader loader, SearchRequest request) {
        Map<String, Universe> universes = new HashMap<>();
        for (int level = 0; level < request.frames().size(); level++) {
            String frame = request.frames().get(level);
            String owner = frame.substring(0, frame.indexOf('#'));
            String name = Target.plain(frame.substring(frame.indexOf('#') + 1)).replaceFirst("^lambda\\$", "");
            try {
                Class<?> type = Class.forName(owner, false, loader);
                Universe universe = universes.computeIfAbsent(
                        type.getPackageName(), from -> new Universe(loader, request.production(), from));
                add(type, name, level, universe);
            } catch (ClassNotFoundException | LinkageError gone) {
                // the sources no longer have it
            }
        }
        this.keepsStatics = universes.values().stream().anyMatch(Universe::keepsStatics);
    }

    private void add(Class<?> type, String name, int level, Universe universe) {
        List<Executable> members = new ArrayList<>();
        if (name.equals("<init>")) {
            members.addAll(List.of(type.getDeclaredConstructors()));
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name) && !method.isSynthetic() && !Modifier.isAbstract(method.getModifiers())) {
                members.add(method);
            }
        }
        members.sort(Comparator.comparing(Executable::toString));
        for (Executable member : members) {
            boolean known = entries.stream().anyMatch(entry -> entry.member().equals(member));
            if (!known && !Universe.generated(member)) {
                entries.add(new Entry(member, level, universe));
            }
        }
    }

    /** Ways in, innermost first; the closed ones (private) only when asked for. */
    List<Entry> entries(boolean closedToo) {
        return entries.stream().filter(entry -> closedToo || entry.open()).toList();
    }

    /** The level of the way in that a scenario's last step takes, -1 for any other. */
    int level(Scenario scenario) {
        Expr last = scenario.steps().get(scenario.steps().size() - 1).expr();
        return entries.stream()
                .filter(entry -> entry.isCalledBy(last))
                .mapToInt(Entry::level)
                .max()
                .orElse(-1);
    }

    /** Another method of a way in's class: how the code around the failure behaves, and perhaps another way to it. */
    Entry beside(Entry entry, Random random) {
        List<Method> others = entry.universe().open(entry.member().getDeclaringClass());
        return others.isEmpty() ? entry : new Entry(others.get(random.nextInt(others.size())), -1, entry.universe());
    }

    boolean keepsStatics() {
        return keepsStatics;
    }
}
