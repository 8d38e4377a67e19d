package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;

/** An index beside the elements: wrong bounds of a loop, a look-ahead, the last index, no elements at all. */
final class IndexRule implements CrashRule {
    private static final int MOST_PLACES = 4;

    @Override
    public boolean fits(Crash crash) {
        return crash.is(
                "IndexOutOfBoundsException",
                "ArrayIndexOutOfBoundsException",
                "StringIndexOutOfBoundsException",
                "NegativeArraySizeException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        OutOfBounds message = OutOfBounds.parse(scene.crash().message());
        LoopBounds loops = new LoopBounds(message, out);
        for (Spot spot : scene.spots()) {
            List<IndexPlace> places = IndexPlace.find(spot).stream()
                    .filter(place -> place.agrees(message))
                    .toList();
            loops.propose(spot, places);
            if (spot.equals(scene.site())) {
                double fit = 1;
                for (IndexPlace place : places.stream().limit(MOST_PLACES).toList()) {
                    index(place, message, fit, out);
                    guard(place, message, fit, out);
                    parts(place, fit, out);
                    fit *= 0.85;
                }
            }
        }
        new Substrings(message, out).propose(scene.site());
        if (scene.crash().is("NegativeArraySizeException")) {
            scene.site()
                    .all(NewArrayTree.class)
                    .forEach(array -> size(scene.site().file(), array, out));
        }
    }

    private static void size(SourceFile file, NewArrayTree array, Proposals out) {
        for (ExpressionTree dimension : array.getDimensions()) {
            Rewrite rewrite = new Rewrite(file).replace(dimension, "Math.max(0, " + file.text(dimension) + ")");
            out.cause(Operator.CLAMP, rewrite, 1.4, "there cannot be fewer elements than none");
        }
    }

    private static void index(IndexPlace place, OutOfBounds message, double fit, Proposals out) {
        SourceFile file = place.file();
        Tree index = place.bareIndex();
        String text = file.text(index);
        if (text.equals(place.length()) || text.matches(".*\\.(?:size\\(\\)|length(?:\\(\\))?)")) {
            Rewrite last = new Rewrite(file).replace(index, text + " - 1");
            out.cause(Operator.LAST_INDEX, last, fit, "the last element is at the length less one");
        }
        remainder(file, index, message, fit, out);
        if (message.tooLarge()) {
            shift(file, index, message.justBehind() ? fit : fit * 0.6, out);
            if (NullUse.repeatable(place.holder()) && !(index instanceof LiteralTree)) {
                Rewrite clamp = new Rewrite(file);
                clamp.replace(index, "Math.min(" + text + ", " + place.length() + " - 1)");
                out.cause(Operator.CLAMP, clamp, fit * 0.6, "an index behind the end means the last element");
            }
        }
        grow(place, message, fit, out);
    }

    private static void shift(SourceFile file, Tree index, double fit, Proposals out) {
        if (index instanceof BinaryTree sum
                && sum.getKind() == Tree.Kind.PLUS
                && file.text(sum.getRightOperand()).equals("1")) {
            Rewrite rewrite = new Rewrite(file).replace(sum, file.text(sum.getLeftOperand()));
            out.cause(Operator.INDEX_SHIFT, rewrite, fit, "the index counts one too many");
        } else if (index instanceof IdentifierTree || index instanceof MethodInvocationTree) {
            Rewrite rewrite = new Rewrite(file).insert(file.end(index), " - 1");
            out.cause(Operator.INDEX_SHIFT, rewrite, fit, "the number counts from one, the index from zero");
        }
    }

    /** {@code hash % n} is negative for a negative hash. */
    private static void remainder(SourceFile file, Tree index, OutOfBounds message, double fit, Proposals out) {
        Tree value = index;
        if (index instanceof IdentifierTree
                && file.declaration(file.element(index)).orElse(null) instanceof VariableTree variable
                && variable.getInitializer() != null) {
            value = SourceFile.bare(variable.getInitializer());
        }
        if (!message.negative() || !(value instanceof BinaryTree rest) || rest.getKind() != Tree.Kind.REMAINDER) {
            return;
        }
        Rewrite rewrite = new Rewrite(file);
        rewrite.replace(
                rest,
                "Math.floorMod(" + file.text(rest.getLeftOperand()) + ", " + file.text(rest.getRightOperand()) + ")");
        out.cause(
                Operator.FLOOR_MOD,
                rewrite,
                fit,
                "the remainder of a negative number is negative, its floor modulus is not");
    }

    private static void grow(IndexPlace place, OutOfBounds message, double fit, Proposals out) {
        SourceFile file = place.file();
        if (!message.justBehind() || !file.facts().isArray(file.type(place.holder()))) {
            return;
        }
        if (file.declaration(file.element(SourceFile.bare(place.holder()))).orElse(null)
                        instanceof VariableTree variable
                && variable.getInitializer() instanceof NewArrayTree array
                && array.getDimensions().size() == 1) {
            ExpressionTree size = array.getDimensions().get(0);
            Rewrite rewrite = new Rewrite(file).insert(file.end(size), " + 1");
            out.cause(Operator.GROW_ARRAY, rewrite, fit, "the array has no room for the last element");
        }
    }

    private static void guard(IndexPlace place, OutOfBounds message, double fit, Proposals out) {
        if (!NullUse.repeatable(place.holder())) {
            return;
        }
        String name = place.file().text(place.holder());
        String index = place.file().text(place.index());
        if (message.empty() || message.length().isEmpty()) {
            guard(place, place.isEmpty(), Operator.EMPTY_GUARD, fit, name + " may hold nothing", out);
        }
        if (place.index() instanceof LiteralTree) {
            String shorter = place.length() + " <= " + index;
            guard(place, shorter, Operator.RANGE_GUARD, fit, name + " may be shorter", out);
        } else if (NullUse.repeatable(place.index()) && message.negative()) {
            guard(place, index + " < 0", Operator.NOT_FOUND_CHECK, fit, index + " below 0 means not found", out);
        } else if (NullUse.repeatable(place.index())) {
            String outside = index + " < 0 || " + index + " >= " + place.length();
            guard(place, outside, Operator.RANGE_GUARD, fit, index + " may lie outside", out);
        }
    }

    private static void guard(
            IndexPlace place, String condition, Operator operator, double fit, String why, Proposals out) {
        List<Tree> uses = List.of(place.holder(), place.index());
        new Guards(out)
                .propose(new Guards.Ask(place.file(), place.access(), condition, uses, operator, fit, true, why));
        instead(place, condition, fit, why, out);
    }

    private static void instead(IndexPlace place, String condition, double fit, String why, Proposals out) {
        SourceFile file = place.file();
        Optional<String> neutral = file.facts().neutral(file.type(place.access()));
        Tree parent = file.parent(place.access()).orElse(null);
        boolean written = parent instanceof ExpressionStatementTree
                || (parent instanceof AssignmentTree target && file.start(target) == file.start(place.access()))
                || parent instanceof CompoundAssignmentTree
                || parent instanceof UnaryTree;
        if (neutral.isPresent() && !written && !neutral.get().equals("' '")) {
            Rewrite rewrite = new Rewrite(file);
            rewrite.replace(
                    place.access(),
                    "(" + condition + " ? " + rewrite.code(neutral.get()) + " : " + file.text(place.access()) + ")");
            out.symptom(Operator.PART_OR_NEUTRAL, rewrite, fit * 0.7, why);
        }
    }

    /** Elements of a split text: trailing empty parts are dropped, and parts may be missing. */
    private static void parts(IndexPlace place, double fit, Proposals out) {
        SourceFile file = place.file();
        Tree holder = SourceFile.bare(place.holder());
        if (file.declaration(file.element(holder)).orElse(null) instanceof VariableTree variable
                && variable.getInitializer() != null) {
            holder = SourceFile.bare(variable.getInitializer());
        }
        if (holder instanceof MethodInvocationTree call
                && Siblings.name(call).equals("split")
                && call.getArguments().size() == 1) {
            Rewrite rewrite =
                    new Rewrite(file).insert(file.end(call.getArguments().get(0)), ", -1");
            out.cause(Operator.SPLIT_LIMIT, rewrite, fit, "split drops empty parts at the end unless told not to");
        }
    }
}
