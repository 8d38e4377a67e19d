package dev.tracemend.agent.repair;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Optional;

/** Statements moved, guarded, chosen otherwise. None is deleted: a test that is green without a statement proves little. */
final class StatementMutations implements MutationFamily {
    private static final int MOST_GUARDS = 40;

    @Override
    public void grow(Ground ground) {
        for (StatementTree statement : ground.all(StatementTree.class)) {
            if (ground.file()
                    .statement(statement)
                    .filter(one -> one == statement)
                    .isEmpty()) {
                continue;
            }
            moved(ground, statement);
            guarded(ground, statement);
        }
        ground.all(IfTree.class).forEach(choice -> choices(ground, choice));
        ground.all(WhileLoopTree.class).forEach(loop -> keyword(ground, loop, "while", "if", "once is enough"));
        ground.all(CaseTree.class).forEach(one -> breaks(ground, one));
    }

    private static void moved(Ground ground, StatementTree statement) {
        SourceFile file = ground.file();
        List<? extends StatementTree> around = siblings(ground, statement);
        int at = around.indexOf(statement);
        if (at < 0 || statement instanceof ReturnTree) {
            return;
        }
        String why = "it happens at the wrong time";
        if (at + 1 < around.size() && !(around.get(at + 1) instanceof ReturnTree)) {
            StatementTree next = around.get(at + 1);
            Rewrite swapped =
                    new Rewrite(file).replace(statement, file.text(next)).replace(next, file.text(statement));
            ground.offer(Mutation.STATEMENT_MOVED, swapped, statement, 1, why);
        }
        if (statement instanceof VariableTree) {
            return;
        }
        Optional<StatementTree> loop = outer(ground, statement);
        if (loop.isPresent()) {
            String code = file.newLine() + file.indent(file.start(loop.get())) + file.text(statement);
            move(ground, statement, file.end(loop.get()), code, why);
            String before = file.text(statement) + file.newLine() + file.indent(file.start(loop.get()));
            move(ground, statement, file.start(loop.get()), before, why);
        }
        for (int i = 0; i < around.size(); i++) {
            StatementTree other = around.get(i);
            if (Math.abs(i - at) >= 1 && body(other).isPresent()) {
                BlockTree block = body(other).get();
                String code = file.text(statement) + file.newLine() + file.indent(file.start(statement));
                move(ground, statement, file.end(block) - 1, file.indentStep() + code, why);
            }
        }
    }

    private static void move(Ground ground, StatementTree statement, int to, String code, String why) {
        SourceFile file = ground.file();
        if (to <= file.start(statement) || to >= file.end(statement)) {
            Rewrite rewrite = new Rewrite(file).replace(statement, "").insert(to, code);
            ground.offer(Mutation.STATEMENT_MOVED, rewrite, statement, 0.8, why);
        }
    }

    private static Optional<BlockTree> body(StatementTree statement) {
        Tree body = statement instanceof IfTree choice
                ? choice.getThenStatement()
                : statement instanceof ForLoopTree loop
                        ? loop.getStatement()
                        : statement instanceof EnhancedForLoopTree each
                                ? each.getStatement()
                                : statement instanceof WhileLoopTree loop ? loop.getStatement() : null;
        return body instanceof BlockTree block ? Optional.of(block) : Optional.empty();
    }

    private static Optional<StatementTree> outer(Ground ground, StatementTree statement) {
        return ground.file()
                .parent(statement)
                .filter(BlockTree.class::isInstance)
                .flatMap(ground.file()::parent)
                .filter(up -> up instanceof StatementTree && !(up instanceof BlockTree))
                .map(StatementTree.class::cast)
                .filter(up ->
                        ground.file().statement(up).filter(one -> one == up).isPresent());
    }

    private static List<? extends StatementTree> siblings(Ground ground, StatementTree statement) {
        Tree up = ground.file().parent(statement).orElse(statement);
        return up instanceof BlockTree block
                ? block.getStatements()
                : up instanceof CaseTree one && one.getStatements() != null ? one.getStatements() : List.of();
    }

    private static void guarded(Ground ground, StatementTree statement) {
        boolean plain = statement instanceof ExpressionStatementTree;
        if (!plain) {
            return;
        }
        SourceFile file = ground.file();
        List<String> predicates = Predicates.at(ground, statement);
        for (String predicate : predicates.subList(0, Math.min(MOST_GUARDS, predicates.size()))) {
            String indent = file.newLine() + file.indent(file.start(statement));
            String code = "if (" + predicate + ") {" + indent + file.indentStep() + file.text(statement) + indent + "}";
            ground.replace(
                    Mutation.STATEMENT_GUARDED, statement, code, 1, "it is meant only where `" + predicate + "`");
        }
    }

    private static void choices(Ground ground, IfTree choice) {
        SourceFile file = ground.file();
        if (choice.getElseStatement() == null) {
            keyword(ground, choice, "if", "while", "once is not enough");
            List<? extends StatementTree> around = siblings(ground, choice);
            int at = around.indexOf(choice);
            if (at >= 0 && at + 1 < around.size()) {
                StatementTree next = around.get(at + 1);
                elsewise(ground, choice, next, next instanceof IfTree);
            }
        } else {
            Rewrite swapped = new Rewrite(file)
                    .replace(choice.getThenStatement(), file.text(choice.getElseStatement()))
                    .replace(choice.getElseStatement(), file.text(choice.getThenStatement()));
            ground.offer(Mutation.BRANCHES_SWAPPED, swapped, choice, 1, "the branches stand in each other's place");
        }
        if (choice.getThenStatement() instanceof BlockTree block && choice.getElseStatement() == null) {
            String inner = file.text(block);
            ground.replace(Mutation.CONDITION_REMOVED, choice, inner, 1, "it is meant in every case");
        }
    }

    private static void elsewise(Ground ground, IfTree choice, StatementTree next, boolean chained) {
        SourceFile file = ground.file();
        if (next instanceof VariableTree || next instanceof ReturnTree) {
            return;
        }
        Rewrite rewrite = new Rewrite(file).replace(file.end(choice), file.start(next), " else ");
        if (!chained) {
            rewrite = new Rewrite(file)
                    .replace(file.end(choice), file.start(next), " else { ")
                    .insert(file.end(next), " }");
        }
        ground.offer(Mutation.ELSE_ADDED, rewrite, choice, chained ? 1 : 0.7, "only one of the two may happen");
    }

    private static void keyword(Ground ground, StatementTree statement, String from, String to, String why) {
        SourceFile file = ground.file();
        int start = file.start(statement);
        if (file.text().startsWith(from, start)) {
            Rewrite rewrite = new Rewrite(file).replace(start, start + from.length(), to);
            ground.offer(Mutation.IF_TO_WHILE, rewrite, statement, from.equals("if") ? 1 : 0.5, why);
        }
    }

    private static void breaks(Ground ground, CaseTree one) {
        List<? extends StatementTree> statements = one.getStatements();
        if (statements != null && !statements.isEmpty()) {
            StatementTree last = statements.get(statements.size() - 1);
            if (last instanceof ExpressionStatementTree && ground.weight(last) > 0) {
                ground.after(Mutation.BREAK_ADDED, last, "break;", 1, "the next case must not be run, too");
            }
        }
    }
}
