package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A call on the way to the failure hands over two values in each other's place: what the arguments are called is what the
 * other parameters are called. Names decide, so a call whose arguments have none is left alone.
 */
final class SwappedArgumentsRule implements CrashRule {

    private static final Pattern TURNING = Pattern.compile(
            "(?i)revers|swap|invert|inverse|flip|opposite|transpos|mirror|exchang|^back|return|undo|turn|negat|rotat|compare");

    @Override
    public boolean fits(Crash crash) {
        return true;
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        for (Spot spot : scene.spots()) {
            for (Tree node : spot.nodes()) {
                List<? extends ExpressionTree> arguments = Handed.arguments(node);
                if (arguments.size() > 1
                        && spot.file().anchorLine(node) == spot.line()
                        && spot.file().around(node, ThrowTree.class).isEmpty()
                        && !turnsRound(spot, node)
                        && spot.file().element(node) instanceof ExecutableElement called
                        && !called.isVarArgs()) {
                    pairs(spot, arguments, called.getParameters(), out);
                }
            }
        }
    }

    /** Whether the method or the call says that it turns something round: then the names stand crosswise on purpose. */
    private static boolean turnsRound(Spot spot, Tree node) {
        String around = spot.file()
                .around(node, MethodTree.class)
                .map(method -> method.getName().toString())
                .orElse("");
        String called = node instanceof MethodInvocationTree call ? Siblings.name(call) : "";
        return TURNING.matcher(around).find() || TURNING.matcher(called).find();
    }

    private static void pairs(
            Spot spot,
            List<? extends ExpressionTree> arguments,
            List<? extends VariableElement> parameters,
            Proposals out) {
        for (int i = 0; i < arguments.size() && arguments.size() == parameters.size(); i++) {
            for (int j = i + 1; j < arguments.size(); j++) {
                double sure = sure(arguments.get(i), arguments.get(j), parameters.get(i), parameters.get(j));
                if (sure > 0 && fit(spot.file(), arguments, parameters, i, j)) {
                    Rewrite swapped = new Rewrite(spot.file())
                            .replace(arguments.get(i), spot.file().text(arguments.get(j)))
                            .replace(arguments.get(j), spot.file().text(arguments.get(i)));
                    out.cause(
                            Operator.SWAP_ARGUMENTS,
                            swapped,
                            sure,
                            "the arguments stand in each other's place: " + name(arguments.get(i))
                                    + " is handed over as "
                                    + parameters.get(i).getSimpleName() + ", and " + name(arguments.get(j)) + " as "
                                    + parameters.get(j).getSimpleName());
                }
            }
        }
    }

    /** 1 where both names stand crosswise, less where only one does and nothing speaks for how it is; else 0. */
    private static double sure(
            ExpressionTree first, ExpressionTree second, VariableElement wantedFirst, VariableElement wantedSecond) {
        String one = name(first);
        String other = name(second);
        String left = plain(wantedFirst.getSimpleName().toString());
        String right = plain(wantedSecond.getSimpleName().toString());
        if (one.isEmpty()
                || other.isEmpty()
                || plain(one).equals(left)
                || plain(other).equals(right)) {
            return 0;
        }
        boolean firstCrossed = plain(one).equals(right);
        boolean secondCrossed = plain(other).equals(left);
        return firstCrossed && secondCrossed ? 1 : firstCrossed || secondCrossed ? 0.6 : 0;
    }

    private static boolean fit(
            SourceFile file,
            List<? extends ExpressionTree> arguments,
            List<? extends VariableElement> parameters,
            int i,
            int j) {
        TypeMirror first = file.type(arguments.get(i));
        TypeMirror second = file.type(arguments.get(j));
        return file.facts().assignable(first, parameters.get(j).asType())
                && file.facts().assignable(second, parameters.get(i).asType());
    }

    /** What an argument is called: a variable's name, a field's, or that of an accessor without {@code get}. */
    private static String name(ExpressionTree argument) {
        Tree bare = SourceFile.bare(argument);
        if (bare instanceof IdentifierTree variable) {
            return variable.getName().toString();
        } else if (bare instanceof MemberSelectTree field) {
            return field.getIdentifier().toString();
        } else if (bare instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()) {
            return Siblings.name(call).replaceFirst("^get(?=[A-Z])", "");
        }
        return "";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
