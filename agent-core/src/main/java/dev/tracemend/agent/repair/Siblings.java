package dev.tracemend.agent.repair;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How the class around a place deals with the same thing elsewhere. */
record Siblings(SourceFile file, ClassTree type) {
    private static final Pattern SHAPE = Pattern.compile(".*?( == null|\\.isEmpty\\(\\)|\\.isBlank\\(\\)"
            + "|\\.length == 0|\\.length\\(\\) == 0|\\.size\\(\\) == 0| == 0| <= 0| < 1| < 0|\\.signum\\(\\) == 0)");

    static Optional<Siblings> of(SourceFile file, Tree place) {
        return file.classAround(place).map(type -> new Siblings(file, type));
    }

    /** An {@code if} that only leaves: what it asks, and the value it returns (empty text for none). */
    record Guard(IfTree tree, String condition, String returned, boolean continues) {}

    /** Every {@code if (…) return …} and {@code if (…) continue} of the class whose value can stand anywhere in it. */
    List<Guard> guards() {
        List<Guard> guards = new ArrayList<>();
        for (IfTree each : file.inside(type, IfTree.class)) {
            StatementTree only = single(each.getThenStatement());
            String condition = file.text(SourceFile.bare(each.getCondition()));
            if (each.getElseStatement() != null) {
                continue;
            }
            if (only instanceof ContinueTree) {
                guards.add(new Guard(each, condition, "", true));
            } else if (only instanceof ReturnTree leave) {
                ExpressionTree value = leave.getExpression();
                if (value == null) {
                    guards.add(new Guard(each, condition, "", false));
                } else if (portable(value)) {
                    guards.add(new Guard(each, condition, file.text(value), false));
                }
            }
        }
        return guards;
    }

    /** The guards of methods that return a type. */
    List<Guard> guards(@Nullable TypeMirror returned) {
        return guards().stream()
                .filter(guard -> !guard.continues() && returns(guard, returned))
                .toList();
    }

    private boolean returns(Guard guard, @Nullable TypeMirror wanted) {
        return file.callable(guard.tree())
                .filter(MethodTree.class::isInstance)
                .map(method -> file.type(((MethodTree) method).getReturnType()))
                .filter(type -> wanted != null && file.facts().types().isSameType(type, wanted))
                .isPresent();
    }

    private static StatementTree single(StatementTree statement) {
        return statement instanceof BlockTree block && block.getStatements().size() == 1
                ? block.getStatements().get(0)
                : statement;
    }

    /** The kind of question a condition asks: is it null, is it empty, is it zero … ; empty for another kind. */
    static String shape(String condition) {
        for (String operand : condition.split("\\|\\|", 4)) {
            Matcher matcher = SHAPE.matcher(operand.strip());
            if (matcher.matches()) {
                String shape = matcher.group(1);
                boolean empty =
                        shape.startsWith(".") || shape.equals(" == 0") || shape.equals(" <= 0") || shape.equals(" < 1");
                return empty ? "empty" : shape.strip();
            }
        }
        return "";
    }

    /** Whether code means the same anywhere in the class: no local names in it. */
    boolean portable(Tree code) {
        return file.inside(code, IdentifierTree.class).stream().noneMatch(name -> local(file.element(name)));
    }

    static boolean local(@Nullable Element element) {
        if (element == null) {
            return true;
        }
        ElementKind kind = element.getKind();
        return kind == ElementKind.LOCAL_VARIABLE
                || kind == ElementKind.PARAMETER
                || kind == ElementKind.EXCEPTION_PARAMETER
                || kind == ElementKind.RESOURCE_VARIABLE
                || kind == ElementKind.BINDING_VARIABLE;
    }

    /** The last argument, of a type, that calls of a method in this class give; those on the same receiver first. */
    List<String> lastArguments(String method, int arguments, String receiver, @Nullable TypeMirror wanted) {
        List<String> same = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (MethodInvocationTree call : file.inside(type, MethodInvocationTree.class)) {
            if (call.getArguments().size() == arguments && name(call).equals(method)) {
                Tree last = call.getArguments().get(arguments - 1);
                if (portable(last)
                        && last.getKind() != Tree.Kind.NULL_LITERAL
                        && file.facts().assignable(file.type(last), wanted)) {
                    (receiver(call).equals(receiver) ? same : other).add(file.text(last));
                }
            }
        }
        same.addAll(other);
        return same.stream().distinct().toList();
    }

    static String name(MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            return select.getIdentifier().toString();
        }
        return call.getMethodSelect() instanceof IdentifierTree simple
                ? simple.getName().toString()
                : "";
    }

    /** The text of what a method is called on, without {@code this.}; empty for none. */
    String receiver(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? file.text(select.getExpression()).replaceFirst("^this\\.", "")
                : "";
    }
}
