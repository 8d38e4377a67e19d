package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;

/** Bounds of the loops around a line. */
final class LoopBounds {
    private final OutOfBounds message;
    private final Proposals out;

    LoopBounds(OutOfBounds message, Proposals out) {
        this.message = message;
        this.out = out;
    }

    void propose(Spot spot, List<IndexPlace> places) {
        double fit = spot.weight();
        for (Tree loop : spot.around(Tree.class)) {
            if (loop instanceof ForLoopTree each) {
                if (each.getCondition() != null) {
                    bounds(spot, each.getCondition(), places, fit);
                }
                each.getInitializer().forEach(start -> start(spot, start, places));
                fit *= 0.8;
            } else if (loop instanceof WhileLoopTree each) {
                bounds(spot, each.getCondition(), places, fit);
                fit *= 0.8;
            } else if (loop instanceof BinaryTree both && both.getKind() == Tree.Kind.CONDITIONAL_AND) {
                boundFirst(spot, both, places);
            }
        }
        spot.all(MethodInvocationTree.class).forEach(call -> closedRange(spot, call));
    }

    private void bounds(Spot spot, ExpressionTree condition, List<IndexPlace> places, double fit) {
        SourceFile file = spot.file();
        for (BinaryTree each : file.inside(condition, BinaryTree.class)) {
            switch (each.getKind()) {
                case LESS_THAN_EQUAL -> operator(file, each, "<=", "<", message.negative() ? fit * 0.2 : fit);
                case GREATER_THAN_EQUAL -> operator(file, each, ">=", ">", message.negative() ? fit : fit * 0.3);
                case LESS_THAN -> {
                    lookAhead(file, each, places, fit);
                    shorter(file, each, places, fit);
                }
                case GREATER_THAN -> raise(file, each, fit);
                default -> {}
            }
        }
    }

    private void operator(SourceFile file, BinaryTree comparison, String old, String fresh, double fit) {
        int at = file.text().indexOf(old, file.end(comparison.getLeftOperand()));
        if (at >= 0 && at < file.start(comparison.getRightOperand())) {
            Rewrite rewrite = new Rewrite(file).replace(at, at + old.length(), fresh);
            String why = "the loop at line " + file.line(comparison) + " takes one step too many";
            out.cause(Operator.BOUNDARY, rewrite, fit, why);
        }
    }

    /** {@code i < n} with an access at {@code i + k} must stop k before. */
    private void lookAhead(SourceFile file, BinaryTree comparison, List<IndexPlace> places, double fit) {
        for (IndexPlace place : places) {
            if (place.bareIndex() instanceof BinaryTree sum
                    && sum.getKind() == Tree.Kind.PLUS
                    && place.file() == file
                    && file.text(sum.getLeftOperand()).equals(file.text(comparison.getLeftOperand()))) {
                Rewrite rewrite = new Rewrite(file);
                rewrite.insert(file.end(comparison.getRightOperand()), " - " + file.text(sum.getRightOperand()));
                out.cause(
                        Operator.LOOK_AHEAD,
                        rewrite,
                        fit,
                        "the loop looks ahead, so it must stop before the last element");
            }
        }
        if (message.justBehind()) {
            Rewrite rewrite = new Rewrite(file).insert(file.end(comparison.getRightOperand()), " - 1");
            out.cause(Operator.LOOK_AHEAD, rewrite, fit * 0.4, "the loop takes one step too many");
        }
    }

    /** The loop runs over one thing and reads another that is shorter. */
    private void shorter(SourceFile file, BinaryTree comparison, List<IndexPlace> places, double fit) {
        String counter = file.text(comparison.getLeftOperand());
        String bound = file.text(comparison.getRightOperand());
        for (IndexPlace place : places) {
            boolean counted = place.file() == file && file.text(place.index()).equals(counter);
            if (counted && !bound.equals(place.length()) && NullUse.repeatable(place.holder()) && message.tooLarge()) {
                Rewrite least = new Rewrite(file);
                least.replace(comparison.getRightOperand(), "Math.min(" + bound + ", " + place.length() + ")");
                out.cause(Operator.SHORTER_OF_BOTH, least, fit, file.text(place.holder()) + " may be the shorter one");
                Rewrite own = new Rewrite(file).replace(comparison.getRightOperand(), place.length());
                out.cause(Operator.SHORTER_OF_BOTH, own, fit * 0.9, "the loop reads " + file.text(place.holder()));
            }
        }
    }

    private void raise(SourceFile file, BinaryTree comparison, double fit) {
        if (message.negative() && file.text(comparison.getRightOperand()).equals("-1")) {
            return;
        }
        if (message.negative() && comparison.getRightOperand() instanceof LiteralTree literal) {
            Rewrite rewrite = new Rewrite(file).replace(literal, file.text(literal) + " + 1");
            out.cause(Operator.BOUNDARY, rewrite, fit * 0.3, "the loop goes down one step too far");
        }
    }

    /** Where a loop begins: behind the end going down, or too early for a look back. */
    private void start(Spot spot, StatementTree statement, List<IndexPlace> places) {
        SourceFile file = spot.file();
        if (!(statement instanceof VariableTree variable) || variable.getInitializer() == null) {
            return;
        }
        ExpressionTree first = variable.getInitializer();
        if (file.text(first).matches("(?s).*\\.(?:length|length\\(\\)|size\\(\\))") && !message.negative()) {
            Rewrite rewrite = new Rewrite(file).insert(file.end(first), " - 1");
            out.cause(Operator.LOOP_START, rewrite, spot.weight(), "going down begins at the last index");
        }
        boolean back = places.stream()
                .anyMatch(place -> place.bareIndex() instanceof BinaryTree difference
                        && difference.getKind() == Tree.Kind.MINUS
                        && file.text(difference.getLeftOperand())
                                .equals(variable.getName().toString()));
        if (back && file.text(first).equals("0")) {
            Rewrite rewrite = new Rewrite(file).replace(first, "1");
            out.cause(
                    Operator.LOOP_START,
                    rewrite,
                    spot.weight(),
                    "the loop looks back, so it must start at the second element");
        }
    }

    /** {@code a[i] == x && i < n} asks too late. */
    private void boundFirst(Spot spot, BinaryTree both, List<IndexPlace> places) {
        SourceFile file = spot.file();
        Tree late = SourceFile.bare(both.getRightOperand());
        boolean bound = late instanceof BinaryTree comparison
                && (comparison.getLeftOperand() instanceof IdentifierTree
                        || comparison.getRightOperand() instanceof IdentifierTree)
                && comparison.getKind().name().matches("LESS_THAN.*|GREATER_THAN.*|NOT_EQUAL_TO");
        boolean reads = places.stream()
                .anyMatch(place -> file.start(place.access()) >= file.start(both.getLeftOperand())
                        && file.end(place.access()) <= file.end(both.getLeftOperand()));
        if (bound && reads) {
            Rewrite rewrite = new Rewrite(file)
                    .replace(both.getLeftOperand(), file.text(both.getRightOperand()))
                    .replace(both.getRightOperand(), file.text(both.getLeftOperand()));
            out.cause(
                    Operator.BOUND_FIRST, rewrite, spot.weight(), "the bound must be asked before the element is read");
        }
    }

    private void closedRange(Spot spot, MethodInvocationTree call) {
        if (Siblings.name(call).equals("rangeClosed")) {
            int end = spot.file().end(call.getMethodSelect());
            Rewrite rewrite = new Rewrite(spot.file()).replace(end - "rangeClosed".length(), end, "range");
            out.cause(Operator.BOUNDARY, rewrite, spot.weight(), "the range must not hold its end");
        }
    }
}
