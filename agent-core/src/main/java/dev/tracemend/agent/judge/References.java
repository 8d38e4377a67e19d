package dev.tracemend.agent.judge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** Which of the project's classes name which others, read from their constant pools. */
final class References {
    private final Map<String, Set<String>> named = new HashMap<>();

    /** Reads classes by name; one that cannot be read names none. */
    References(Map<String, byte[]> classes) {
        classes.forEach((name, bytes) -> {
            Set<String> others = new HashSet<>();
            try {
                read(new ClassReader(bytes), classes.keySet(), others);
            } catch (RuntimeException tooNew) {
                others.clear();
            }
            named.put(name, others);
        });
    }

    private static void read(ClassReader reader, Set<String> known, Set<String> into) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == 7) {
                add(reader.readUTF8(at, buffer), known, into);
            } else if (at > 0 && reader.readByte(at - 1) == 12) {
                for (String part :
                        String.valueOf(reader.readUTF8(at + 2, buffer)).split("[();<>\\[:]")) {
                    add(part.startsWith("L") ? part.substring(1) : part, known, into);
                }
            }
        }
    }

    private static void add(String internal, Set<String> known, Set<String> into) {
        String name = String.valueOf(internal).replace('/', '.');
        if (known.contains(name)) {
            into.add(name);
        }
    }

    /** Whether a class reaches one of the others, through as many classes as it takes. */
    boolean reaches(String from, Set<String> targets) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String one = open.pop();
            if (targets.contains(one)) {
                return true;
            }
            for (String next : named.getOrDefault(one, Set.of())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return false;
    }
}
