package dev.tracemend.agent.repair;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Optional;

/** A collection changed while it was run over. */
final class ConcurrentChangeRule implements CrashRule {

    @Override
    public boolean fits(Crash crash) {
        return crash.is("ConcurrentModificationException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Spot spot = scene.site();
        SourceFile file = spot.file();
        List<EnhancedForLoopTree> around = spot.around(EnhancedForLoopTree.class);
        List<EnhancedForLoopTree> here =
                around.stream().filter(loop -> file.line(loop) == spot.line()).toList();
        for (EnhancedForLoopTree loop : here.isEmpty() ? around : here) {
            removal(file, loop)
                    .ifPresent(question -> out.cause(
                            Operator.REMOVE_IF,
                            new Rewrite(file).replace(loop, question),
                            1,
                            "removeIf takes elements out safely while it runs over them"));
            copy(file, loop.getExpression(), out);
        }
        for (MethodInvocationTree call : spot.all(MethodInvocationTree.class)) {
            if (Siblings.name(call).equals("next")) {
                iterator(spot, call, out);
            } else if (Siblings.name(call).matches("forEach|stream")
                    && call.getMethodSelect() instanceof MemberSelectTree select) {
                copy(file, select.getExpression(), out);
            }
        }
    }

    private static void copy(SourceFile file, ExpressionTree collection, Proposals out) {
        boolean map = file.facts().isMap(file.type(collection));
        if (!map && !file.facts().isCollection(file.type(collection))) {
            return;
        }
        Rewrite rewrite = new Rewrite(file);
        String copy = rewrite.type(map ? "java.util.HashMap" : "java.util.ArrayList");
        rewrite.replace(collection, "new " + copy + "<>(" + file.text(collection) + ")");
        out.cause(Operator.ITERATE_COPY, rewrite, 1, "the loop runs over a copy, so the original may change");
    }

    /** The loop as one {@code removeIf}, where its body is one guarded remove of the loop's own element. */
    private static Optional<String> removal(SourceFile file, EnhancedForLoopTree loop) {
        List<? extends StatementTree> body = statements(loop.getStatement());
        String condition = "";
        Tree last = null;
        if (body.size() == 1 && body.get(0) instanceof IfTree choice && choice.getElseStatement() == null) {
            List<? extends StatementTree> then = statements(choice.getThenStatement());
            condition = file.text(SourceFile.bare(choice.getCondition()));
            last = then.size() == 1 ? then.get(0) : null;
        } else if (body.size() == 2
                && body.get(0) instanceof IfTree choice
                && file.text(choice.getThenStatement()).matches("\\{?\\s*continue;\\s*}?")) {
            condition = "!(" + file.text(SourceFile.bare(choice.getCondition())) + ")";
            last = body.get(1);
        }
        if (last instanceof ExpressionStatementTree statement
                && statement.getExpression() instanceof MethodInvocationTree call
                && removes(file, loop, call)) {
            String element = loop.getVariable().getName().toString();
            return Optional.of(
                    operand(file, loop.getExpression()) + ".removeIf(" + element + " -> " + condition + ");");
        }
        return Optional.empty();
    }

    private static String operand(SourceFile file, ExpressionTree tree) {
        return NumberTextRule.operand(file, tree);
    }

    private static List<? extends StatementTree> statements(StatementTree statement) {
        return statement instanceof BlockTree block ? block.getStatements() : List.of(statement);
    }

    /** Whether a call removes the loop's element from what the loop runs over, or the entry of the map behind it. */
    private static boolean removes(SourceFile file, EnhancedForLoopTree loop, MethodInvocationTree call) {
        if (!Siblings.name(call).equals("remove")
                || call.getArguments().size() != 1
                || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
            return false;
        }
        String element = loop.getVariable().getName().toString();
        String argument = file.text(call.getArguments().get(0));
        String holder = plain(file.text(select.getExpression()));
        String over = plain(file.text(loop.getExpression()));
        return (over.equals(holder) && argument.equals(element))
                || (over.equals(holder + ".keySet()") && argument.equals(element))
                || (over.equals(holder + ".entrySet()") && argument.equals(element + ".getKey()"));
    }

    private static String plain(String expression) {
        return expression.replaceFirst("^this\\.", "");
    }

    /** {@code list.remove(each)} beside an iterator becomes {@code iterator.remove()}. */
    private static void iterator(Spot spot, MethodInvocationTree next, Proposals out) {
        SourceFile file = spot.file();
        if (!(next.getMethodSelect() instanceof MemberSelectTree select)
                || !(select.getExpression() instanceof IdentifierTree name)
                || !(file.declaration(file.element(name)).orElse(null) instanceof VariableTree variable)
                || variable.getInitializer() == null) {
            return;
        }
        String made = plain(file.text(variable.getInitializer()));
        Optional<Tree> loop = file.around(next, WhileLoopTree.class).map(Tree.class::cast);
        Tree round = loop.or(() -> file.around(next, com.sun.source.tree.ForLoopTree.class))
                .orElse(null);
        if (round == null) {
            return;
        }
        for (MethodInvocationTree call : file.inside(round, MethodInvocationTree.class)) {
            if (Siblings.name(call).equals("remove")
                    && call.getArguments().size() == 1
                    && call.getMethodSelect() instanceof MemberSelectTree from
                    && made.startsWith(plain(file.text(from.getExpression())) + ".")
                    && file.parent(call).orElse(null) instanceof ExpressionStatementTree) {
                Rewrite rewrite = new Rewrite(file).replace(call, name.getName() + ".remove()");
                out.cause(
                        Operator.ITERATOR_REMOVE,
                        rewrite,
                        1,
                        "only the iterator itself may take elements out on the way");
            }
        }
    }
}
