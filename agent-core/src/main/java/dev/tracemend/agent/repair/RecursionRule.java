package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Element;

/** A method that calls itself for ever: an accessor that means its field, or an end that is stepped over. */
final class RecursionRule implements CrashRule {

    @Override
    public boolean fits(Crash crash) {
        return crash.is("StackOverflowError");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        for (Spot spot : scene.spots()) {
            spot.method().ifPresent(method -> method(spot, method, out));
        }
    }

    private static void method(Spot spot, MethodTree method, Proposals out) {
        SourceFile file = spot.file();
        Element self = file.element(method);
        for (MethodInvocationTree call : file.inside(method, MethodInvocationTree.class)) {
            if (self != null && self.equals(file.element(call))) {
                field(file, method, call, spot.weight(), out);
                steps(file, method, call, spot.weight(), out);
            }
        }
        for (BinaryTree each : file.inside(method, BinaryTree.class)) {
            switch (each.getKind()) {
                case EQUAL_TO -> {
                    end(file, each, "==", "<=", spot.weight(), out);
                    end(file, each, "==", ">=", spot.weight() * 0.7, out);
                }
                case LESS_THAN -> end(file, each, "<", "<=", spot.weight(), out);
                case GREATER_THAN -> end(file, each, ">", ">=", spot.weight(), out);
                case LESS_THAN_EQUAL -> end(file, each, "<=", "<", spot.weight(), out);
                case GREATER_THAN_EQUAL -> end(file, each, ">=", ">", spot.weight(), out);
                default -> {}
            }
        }
    }

    private static void end(SourceFile file, BinaryTree each, String old, String fresh, double fit, Proposals out) {
        int at = file.text().indexOf(old, file.end(each.getLeftOperand()));
        if (file.facts().isNumeric(file.type(each.getLeftOperand()))
                && at >= 0
                && at < file.start(each.getRightOperand())) {
            Rewrite rewrite = new Rewrite(file).replace(at, at + old.length(), fresh);
            out.cause(Operator.RECURSION_END, rewrite, fit, "the end of the recursion may be stepped over");
        }
    }

    /** A parameter handed on unchanged never comes to an end. */
    private static void steps(
            SourceFile file, MethodTree method, MethodInvocationTree call, double fit, Proposals out) {
        for (int i = 0;
                i < Math.min(call.getArguments().size(), method.getParameters().size());
                i++) {
            ExpressionTree argument = call.getArguments().get(i);
            VariableTree parameter = method.getParameters().get(i);
            if (argument instanceof IdentifierTree name
                    && name.getName().equals(parameter.getName())
                    && file.facts().isIntegral(file.type(argument))) {
                Rewrite rewrite = new Rewrite(file).insert(file.end(argument), " - 1");
                out.cause(Operator.RECURSION_END, rewrite, fit * 0.9, "each step must come nearer to the end");
            }
        }
    }

    private static void field(
            SourceFile file, MethodTree method, MethodInvocationTree call, double fit, Proposals out) {
        String name = method.getName().toString().replaceFirst("^(?:get|is)(?=[A-Z])", "");
        if (name.isEmpty()
                || !method.getParameters().isEmpty()
                || !(call.getMethodSelect() instanceof IdentifierTree)) {
            return;
        }
        String field = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        boolean exists = file.classAround(method).stream()
                .flatMap(type -> type.getMembers().stream())
                .anyMatch(member -> member instanceof VariableTree variable
                        && variable.getName().contentEquals(field)
                        && file.facts().assignable(file.type(variable), file.type(method.getReturnType())));
        if (exists) {
            Rewrite rewrite = new Rewrite(file).replace((Tree) call, "this." + field);
            out.cause(Operator.FIELD_NOT_SELF, rewrite, fit, "the accessor calls itself where it means its field");
        }
    }
}
