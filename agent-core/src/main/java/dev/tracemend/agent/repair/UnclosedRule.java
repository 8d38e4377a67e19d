package dev.tracemend.agent.repair;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Something ran out because what was taken is not given back: a resource that a method on the way to the failure opens,
 * keeps to itself and never closes. The rest of its block becomes a {@code try} that closes it.
 */
final class UnclosedRule implements CrashRule {
    private static final Pattern RAN_OUT = Pattern.compile(
            "(?i)exhausted|too many open files|EMFILE|too many connections|leak"
                    + "|connection is not available|timeout waiting for (?:an? )?(?:idle|connection|object)"
                    + "|\\b(?:no|all|out of)\\b.{0,40}\\b(?:connections?|sessions?|handles?|permits?|leases?|channels?)\\b");

    /** Whether a message says that something there is only so much of is used up. */
    static boolean ranOut(String message) {
        return RAN_OUT.matcher(message.length() > 2_000 ? message.substring(0, 2_000) : message)
                .find();
    }

    @Override
    public boolean fits(Crash crash) {
        return ranOut(crash.message());
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        for (Spot spot : scene.spots()) {
            spot.method().ifPresent(method -> spot.file().inside(method, VariableTree.class).stream()
                    .filter(variable -> kept(spot.file(), variable))
                    .forEach(variable -> close(spot, variable, out)));
        }
    }

    /** Opened here, used here only, and never closed. */
    private static boolean kept(SourceFile file, VariableTree variable) {
        Element element = file.element(variable);
        ExpressionTree made = variable.getInitializer();
        if (element == null
                || !(made instanceof MethodInvocationTree || made instanceof NewClassTree)
                || !(file.parent(variable).orElse(null) instanceof BlockTree block)
                || !closeable(file, file.type(variable))) {
            return false;
        }
        return file.inside(block, IdentifierTree.class).stream()
                .filter(name -> Objects.equals(element, file.element(name)))
                .allMatch(name -> onlyAsked(file, name));
    }

    /** The variable is asked something; handing it on, returning it or closing it is another's business. */
    private static boolean onlyAsked(SourceFile file, Tree name) {
        return file.parent(name).orElse(name) instanceof MemberSelectTree select
                && !select.getIdentifier().contentEquals("close")
                && file.parent(select).orElse(select) instanceof MethodInvocationTree
                && file.callable(name)
                        .equals(file.declaration(file.element(name)).flatMap(file::callable));
    }

    private static boolean closeable(SourceFile file, @Nullable TypeMirror type) {
        var closeable = file.facts().elements().getTypeElement("java.lang.AutoCloseable");
        return type != null && closeable != null && file.facts().assignable(type, closeable.asType());
    }

    private static void close(Spot spot, VariableTree variable, Proposals out) {
        SourceFile file = spot.file();
        if (!(file.parent(variable).orElse(null) instanceof BlockTree block)) {
            return;
        }
        List<? extends StatementTree> statements = block.getStatements();
        List<? extends StatementTree> rest = statements.subList(statements.indexOf(variable) + 1, statements.size());
        if (rest.isEmpty()) {
            return;
        }
        int from = file.start(variable);
        int end = file.end(rest.get(rest.size() - 1));
        String indent = file.indent(from);
        String declared = file.text(variable).strip().replaceFirst(";$", "");
        String body = file.text().substring(file.end(variable), end).stripTrailing();
        String code = "try (" + declared + ") {" + deeper(body, file.indentStep()) + file.newLine() + indent + "}";
        out.cause(
                Operator.CLOSE_RESOURCE,
                new Rewrite(file).replace(from, end, code),
                1, // wherever on the way: what ran out was never at fault
                variable.getName() + " is opened here and never closed, so what it holds is never given back");
    }

    private static String deeper(String body, String step) {
        return body.replaceAll("(\\R)(?=[ \\t]*\\S)", "$1" + step);
    }
}
