package dev.tracemend.agent.repair;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A look-up in a map that has no such key: the default that siblings use, else "nothing", else a fresh value to fill. */
final class MapDefaults {
    private static final int MOST_DEFAULTS = 4;

    private final Proposals out;

    MapDefaults(Proposals out) {
        this.out = out;
    }

    boolean lookup(SourceFile file, MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && call.getArguments().size() == 1
                && ((Siblings.name(call).equals("get") && file.facts().isMap(file.type(select.getExpression())))
                        || (Siblings.name(call).equals("getProperty")
                                && select.getExpression().toString().endsWith("System")));
    }

    void propose(SourceFile file, MethodInvocationTree call, Tree user, double fit) {
        boolean property = Siblings.name(call).equals("getProperty");
        if (!property && filled(user)) {
            create(file, call, fit);
        }
        String map =
                Siblings.of(file, call).map(siblings -> siblings.receiver(call)).orElse("");
        double step = fit;
        for (Map.Entry<String, String> each : defaults(file, call, map).entrySet()) {
            Rewrite rewrite = new Rewrite(file);
            if (!property) {
                rename(rewrite, call, "getOrDefault");
            }
            Tree key = call.getArguments().get(0);
            rewrite.insert(file.end(key), ", " + rewrite.code(each.getKey()));
            out.cause(Operator.GET_OR_DEFAULT, rewrite, step, each.getValue());
            step *= 0.85;
        }
    }

    private static Map<String, String> defaults(SourceFile file, MethodInvocationTree call, String map) {
        Map<String, String> defaults = new LinkedHashMap<>();
        String absent = (map.isEmpty() ? "the map" : map) + " may lack the key; ";
        Siblings.of(file, call)
                .ifPresent(siblings -> siblings.lastArguments("getOrDefault", 2, map, file.type(call)).stream()
                        .limit(MOST_DEFAULTS - 1)
                        .forEach(value -> defaults.put(value, absent + "its siblings take " + value + " then")));
        file.facts()
                .neutral(file.type(call))
                .ifPresent(value -> defaults.putIfAbsent(value, absent + value + " is taken then"));
        return defaults;
    }

    /** Whether the value is changed where it was looked up, so that a default must stay in the map. */
    private static boolean filled(Tree user) {
        return user instanceof MethodInvocationTree call
                && Siblings.name(call).matches("add|addAll|put|putAll|merge|offer|push|addFirst|addLast|compute\\w*");
    }

    private void create(SourceFile file, MethodInvocationTree call, double fit) {
        Optional<String> type = file.facts().mutableClass(file.type(call));
        if (type.isEmpty()) {
            return;
        }
        String method = file.callable(call).map(file::text).orElse("");
        String name = List.of("key", "absent", "missing").stream()
                .filter(each -> !method.matches("(?s).*\\b" + each + "\\b.*"))
                .findFirst()
                .orElse("unused");
        Rewrite rewrite = new Rewrite(file);
        rename(rewrite, call, "computeIfAbsent");
        Tree key = call.getArguments().get(0);
        rewrite.insert(file.end(key), ", " + name + " -> new " + rewrite.type(type.get()) + "<>()");
        out.cause(Operator.COMPUTE_IF_ABSENT, rewrite, fit, "the first value of a key needs a place to go to");
    }

    private static void rename(Rewrite rewrite, MethodInvocationTree call, String name) {
        int end = rewrite.file().end(call.getMethodSelect());
        rewrite.replace(end - Siblings.name(call).length(), end, name);
    }
}
