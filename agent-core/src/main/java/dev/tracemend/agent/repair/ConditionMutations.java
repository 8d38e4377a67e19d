package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayList;
import java.util.List;

/** Conditions negated, widened, narrowed and replaced. */
final class ConditionMutations implements MutationFamily {
    private static final int MOST_PREDICATES = 90;

    @Override
    public void grow(Ground ground) {
        for (ExpressionTree condition : conditions(ground)) {
            SourceFile file = ground.file();
            if (file.binds(condition)) {
                continue;
            }
            String text = ground.grouped(condition);
            ground.replace(
                    Mutation.CONDITION_NEGATED, condition, "!" + text, 1, "the condition is meant the other way");
            List<String> predicates = Predicates.at(ground, condition);
            for (String predicate : predicates.subList(0, Math.min(MOST_PREDICATES, predicates.size()))) {
                if (predicate.equals(file.text(condition))) {
                    continue;
                }
                String why = "`" + predicate + "` decides here, too";
                ground.replace(
                        Mutation.CONDITION_NARROWER, condition, joined(ground, condition, "&&", predicate), 1, why);
                ground.replace(Mutation.CONDITION_WIDER, condition, joined(ground, condition, "||", predicate), 1, why);
                ground.replace(
                        Mutation.CONDITION_NARROWER, condition, predicate + " && " + text, guards(predicate), why);
                ground.replace(Mutation.CONDITION_WIDER, condition, predicate + " || " + text, guards(predicate), why);
                ground.replace(Mutation.CONDITION_PREDICATE, condition, predicate, 1, "`" + predicate + "` decides");
            }
        }
    }

    /** A predicate is worth evaluating first where it guards what follows. */
    private static double guards(String predicate) {
        return predicate.contains("null") || predicate.contains("isEmpty") || predicate.contains("length") ? 1 : 0.5;
    }

    private static String joined(Ground ground, ExpressionTree condition, String sign, String predicate) {
        String text = ground.file().text(condition);
        boolean loose = condition instanceof BinaryTree binary
                && (binary.getKind() == Tree.Kind.CONDITIONAL_OR && sign.equals("&&"));
        boolean choice = condition instanceof ConditionalExpressionTree;
        return (loose || choice ? "(" + text + ")" : text) + " " + sign + " " + predicate;
    }

    private static List<ExpressionTree> conditions(Ground ground) {
        List<ExpressionTree> found = new ArrayList<>();
        ground.all(IfTree.class).forEach(one -> add(found, one.getCondition()));
        ground.all(WhileLoopTree.class).forEach(one -> add(found, one.getCondition()));
        ground.all(DoWhileLoopTree.class).forEach(one -> add(found, one.getCondition()));
        ground.all(ForLoopTree.class).forEach(one -> add(found, one.getCondition()));
        ground.all(ConditionalExpressionTree.class).forEach(one -> add(found, one.getCondition()));
        for (ReturnTree one : ground.all(ReturnTree.class)) {
            if (one.getExpression() != null
                    && ground.facts().isBoolean(ground.file().type(one.getExpression()))) {
                add(found, one.getExpression());
            }
        }
        for (LambdaExpressionTree one : ground.all(LambdaExpressionTree.class)) {
            if (one.getBody() instanceof ExpressionTree body
                    && ground.facts().isBoolean(ground.file().type(body))) {
                add(found, body);
            }
        }
        return found;
    }

    private static void add(List<ExpressionTree> found, @org.jspecify.annotations.Nullable ExpressionTree condition) {
        if (condition != null && SourceFile.bare(condition) instanceof ExpressionTree bare) {
            found.add(bare);
        }
    }
}
