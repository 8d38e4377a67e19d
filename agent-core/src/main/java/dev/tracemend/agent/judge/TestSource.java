package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Expr;
import dev.tracemend.agent.judge.minion.Scenario;
import dev.tracemend.agent.judge.minion.Scenario.Step;
import dev.tracemend.agent.judge.minion.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A scenario as a JUnit test class that can be committed with the fix.
 *
 * @param className full name of the test class
 * @param method name of its one test
 */
record TestSource(String className, String method, String text) {
    private static final Set<String> RESERVED = Set.of(
            "case",
            "class",
            "default",
            "enum",
            "import",
            "interface",
            "new",
            "package",
            "return",
            "short",
            "switch",
            "double",
            "float",
            "int",
            "long",
            "byte",
            "char",
            "boolean",
            "record",
            "var",
            "int[]",
            "this",
            "void");

    /**
     * Writes a scenario as source.
     *
     * @param taken names of classes that exist already
     * @param reflective whether the last call is made by reflection, because it cannot be written
     */
    static TestSource of(Scenario scenario, Target target, Set<String> taken, TestStyle style, boolean reflective) {
        String owner = owner(scenario);
        String home = owner.contains(".") ? owner.substring(0, owner.lastIndexOf('.')) : "";
        String simple = owner.substring(home.isEmpty() ? 0 : home.length() + 1).replaceFirst("\\$.*", "");
        String prefix = home.isEmpty() ? "" : home + ".";
        String name = simple + "ReproductionTest";
        for (int i = 2; taken.contains(prefix + name); i++) {
            name = simple + "Reproduction" + i + "Test";
        }
        String type = target.type().substring(target.type().lastIndexOf('.') + 1);
        String method = member(scenario) + "DoesNotThrow" + type.replace("Exception", "");
        SourceNames names = new SourceNames(home);
        List<String> body = new ArrayList<>();
        body.add("// As logged: " + harmless(target.type() + ": " + target.message()) + ", in "
                + harmless(target.className() + "." + target.method() + ", line " + target.line()));
        body.addAll(statements(scenario, names, reflective));
        return new TestSource(prefix + name, method, text(home, name, method, style, names, body));
    }

    private static String text(
            String home, String name, String method, TestStyle style, SourceNames names, List<String> body) {
        String test = names.type(style.annotation());
        StringBuilder text = new StringBuilder(home.isEmpty() ? "" : "package " + home + ";\n\n");
        names.imports().forEach(line -> text.append(line).append('\n'));
        text.append("\n").append(style.access()).append("class ").append(name);
        text.append(" {\n    @").append(test);
        text.append("\n    ")
                .append(style.access())
                .append("void ")
                .append(method)
                .append("() throws Exception {\n");
        body.forEach(line -> text.append("        ").append(line).append('\n'));
        return text.append("    }\n}\n").toString();
    }

    private static List<String> statements(Scenario scenario, SourceNames names, boolean reflective) {
        Map<Integer, String> variables = new HashMap<>();
        ExprSource source = new ExprSource(names, variables);
        Set<Integer> needed = needed(scenario);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            boolean last = i == scenario.steps().size() - 1;
            if (last && reflective && step.expr() instanceof Expr.Call call) {
                lines.addAll(reflective(
                        call.owner(),
                        call.name(),
                        call.params(),
                        call.args(),
                        source.of(call.receiver()),
                        names,
                        source));
            } else if (last && reflective && step.expr() instanceof Expr.StaticCall call) {
                lines.addAll(reflective(call.owner(), call.name(), call.params(), call.args(), "null", names, source));
            } else if (needed.contains(i)) {
                String expr = source.of(step.expr());
                String variable = variable(step.type(), new HashSet<>(variables.values()));
                variables.put(i, variable);
                lines.add(names.type(step.type()) + " " + variable + " = " + expr + ";");
            } else {
                lines.add(source.of(step.expr()) + ";");
            }
        }
        return lines;
    }

    private static List<String> reflective(
            String owner,
            String name,
            List<String> params,
            List<Expr> args,
            String receiver,
            SourceNames names,
            ExprSource source) {
        StringBuilder types = new StringBuilder();
        params.forEach(param -> types.append(", ").append(names.type(param)).append(".class"));
        String method = names.type("java.lang.reflect.Method");
        return List.of(
                method + " method = " + names.type(owner) + ".class.getDeclaredMethod(\"" + name + "\"" + types + ");",
                "method.setAccessible(true);",
                "method.invoke(" + receiver + ", new Object[] {" + source.list(args) + "});");
    }

    private static Set<Integer> needed(Scenario scenario) {
        Set<Integer> needed = new HashSet<>();
        scenario.steps().forEach(step -> collect(step.expr(), needed));
        return needed;
    }

    private static void collect(Expr expr, Set<Integer> needed) {
        if (expr instanceof Expr.Ref ref) {
            needed.add(ref.step());
        } else if (expr instanceof Expr.Create create) {
            create.args().forEach(arg -> collect(arg, needed));
        } else if (expr instanceof Expr.StaticCall call) {
            call.args().forEach(arg -> collect(arg, needed));
        } else if (expr instanceof Expr.Call call) {
            collect(call.receiver(), needed);
            call.args().forEach(arg -> collect(arg, needed));
        } else if (expr instanceof Expr.Many many) {
            many.items().forEach(item -> collect(item, needed));
        } else if (expr instanceof Expr.Function function) {
            collect(function.result(), needed);
        }
    }

    private static String variable(String type, Set<String> taken) {
        String plain = type.replaceAll("<.*", "").replace("[]", "s");
        String simple = plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('$')) + 1);
        String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
        if (RESERVED.contains(name) || name.equals("string")) {
            name = "value";
        }
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + i;
        }
        return free;
    }

    private static Expr last(Scenario scenario) {
        return scenario.steps().get(scenario.steps().size() - 1).expr();
    }

    private static String owner(Scenario scenario) {
        Expr last = last(scenario);
        if (last instanceof Expr.Call call) {
            return call.owner();
        } else if (last instanceof Expr.StaticCall call) {
            return call.owner();
        }
        return last instanceof Expr.Create create ? create.owner() : "Unknown";
    }

    private static String member(Scenario scenario) {
        Expr last = last(scenario);
        if (last instanceof Expr.Call call) {
            return call.name();
        }
        return last instanceof Expr.StaticCall call ? call.name() : "construction";
    }

    /** For a comment: no line ends, and no backslash, behind which javac reads unicode escapes even there. */
    private static String harmless(String text) {
        String plain = text.replaceAll("[^ -~]|\\\\", "?");
        return plain.substring(0, Math.min(160, plain.length()));
    }
}
