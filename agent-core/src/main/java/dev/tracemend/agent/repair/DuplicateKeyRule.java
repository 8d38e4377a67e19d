package dev.tracemend.agent.repair;

import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A map is collected from elements of which two have the same key, and nothing says which value counts. */
final class DuplicateKeyRule implements CrashRule {
    private static final Pattern VALUES =
            Pattern.compile("Duplicate key .{0,500} \\(attempted merging values (.{1,200}) and (.{1,200})\\)");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("IllegalStateException") && crash.message().startsWith("Duplicate key ");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Matcher values = VALUES.matcher(scene.crash().message());
        boolean numbers = values.find() && values.group(1).matches("-?\\d+(\\.\\d+)?");
        for (Spot spot : scene.spots()) {
            for (MethodInvocationTree call : spot.all(MethodInvocationTree.class)) {
                if (Siblings.name(call).matches("toMap|toUnmodifiableMap|toConcurrentMap")
                        && call.getArguments().size() == 2) {
                    if (numbers) {
                        String sum = values.group(1).contains(".") ? "Double::sum" : "Integer::sum";
                        merge(spot, call, List.of(sum, "Long::sum"), 1, "values of one key are added up", out);
                    }
                    merge(spot, call, List.of("(first, second) -> first"), 0.9, "the first value of a key stays", out);
                    merge(spot, call, List.of("(first, second) -> second"), 0.8, "the last value of a key counts", out);
                }
            }
        }
    }

    private static void merge(
            Spot spot, MethodInvocationTree call, List<String> functions, double fit, String why, Proposals out) {
        SourceFile file = spot.file();
        for (String function : functions) {
            int at = file.end(call.getArguments().get(1));
            Rewrite rewrite = new Rewrite(file).insert(at, ", " + function);
            out.cause(Operator.MERGE_VALUES, rewrite, fit * spot.weight(), why);
        }
    }
}
