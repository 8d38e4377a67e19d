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

/** The project's classes in one loader, with the ways in that a search tries: statics are as fresh as the loader. */
final class World {
    /** A method or constructor of a frame, seen from its own package. */
    record Entry(Executable member, Universe universe) {
        boolean open() {
            return universe.reachable(member);
        }

        String key() {
            return member.getDeclaringClass().getName() + "#"
                    + (member instanceof Constructor ? "<init>" : member.getName());
        }
    }

    private final Interpreter interpreter;
    private final List<Entry> entries = new ArrayList<>();
    private final boolean keepsStatics;

    World(CandidateLoader loader, SearchRequest request, Progress progress) {
        this.interpreter = new Interpreter(loader, progress);
        Map<String, Universe> universes = new HashMap<>();
        for (String frame : request.frames()) {
            String owner = frame.substring(0, frame.indexOf('#'));
            String name = Target.plain(frame.substring(frame.indexOf('#') + 1)).replaceFirst("^lambda\\$", "");
            try {
                Class<?> type = Class.forName(owner, false, loader);
                Universe universe = universes.computeIfAbsent(
                        type.getPackageName(), from -> new Universe(loader, request.production(), from));
                add(type, name, universe);
            } catch (ClassNotFoundException | LinkageError gone) {
                // the sources no longer have it
            }
        }
        this.keepsStatics = universes.values().stream().anyMatch(Universe::keepsStatics);
    }

    private void add(Class<?> type, String name, Universe universe) {
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
            Entry entry = new Entry(member, universe);
            if (!entries.contains(entry)) {
                entries.add(entry);
            }
        }
    }

    Interpreter interpreter() {
        return interpreter;
    }

    /** Ways in, innermost first; the closed ones (private) only when asked for. */
    List<Entry> entries(boolean closedToo) {
        return entries.stream().filter(entry -> closedToo || entry.open()).toList();
    }

    /** Another method of a way in's class: how the code around the failure behaves, and perhaps another way to it. */
    Entry beside(Entry entry, Random random) {
        List<Method> others = entry.universe().open(entry.member().getDeclaringClass());
        return others.isEmpty() ? entry : new Entry(others.get(random.nextInt(others.size())), entry.universe());
    }

    boolean keepsStatics() {
        return keepsStatics;
    }
}
