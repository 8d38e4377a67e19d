package dev.tracemend.agent.repair;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** A file whose lines are suspected, with what mutations ask of it. */
final class Ground {
    private static final double LEAST = 0.01;

    private final SourceFile file;
    private final Suspicion suspicion;
    private final Proposals out;
    private final VisibleNames names;
    private final List<Tree> suspects = new ArrayList<>();
    private final Map<Tree, Double> weights = new IdentityHashMap<>();
    private final Map<ClassTree, List<ExpressionTree>> donors = new HashMap<>();

    Ground(SourceFile file, Suspicion suspicion, Proposals out) {
        this.file = file;
        this.suspicion = suspicion;
        this.out = out;
        this.names = new VisibleNames(file);
        for (Tree node : file.nodes()) {
            double weight = weigh(node);
            if (weight >= LEAST && file.around(node, MethodTree.class).isPresent()) {
                weights.put(node, weight);
                suspects.add(node);
            }
        }
    }

    SourceFile file() {
        return file;
    }

    TypeFacts facts() {
        return file.facts();
    }

    /** Suspected nodes of a kind, in the order of the text. */
    <T extends Tree> List<T> all(Class<T> kind) {
        return suspects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Suspected expressions that are values: no names of types, methods or packages, no whole statements. */
    List<ExpressionTree> values() {
        return all(ExpressionTree.class).stream().filter(this::isValue).toList();
    }

    boolean isValue(ExpressionTree tree) {
        TypeMirror type = file.type(tree);
        boolean typed = type != null && (facts().isPrimitive(type) || facts().isReference(type));
        return typed && !(tree instanceof LambdaExpressionTree) && names.isValue(tree);
    }

    /** Whether a tree is what is assigned to, or a call that stands alone. */
    boolean isTarget(Tree tree) {
        return file.parent(tree)
                .filter(parent -> parent instanceof ExpressionStatementTree || VisibleNames.assigns(parent, tree))
                .isPresent();
    }

    double weight(Tree tree) {
        return weights.getOrDefault(tree, 0.0);
    }

    /** Variables that can be read where a tree stands, the nearest first. */
    List<VisibleNames.Name> visible(Tree at) {
        return names.at(at);
    }

    /** Names of visible variables that fit a type, the nearest first. */
    List<String> visible(Tree at, TypeMirror type) {
        return names.at(at).stream()
                .filter(name -> facts().assignable(name.type(), type))
                .map(VisibleNames.Name::name)
                .distinct()
                .toList();
    }

    /** Visible collections, arrays or strings and other variables by a test of their type. */
    Stream<VisibleNames.Name> visible(Tree at, java.util.function.Predicate<TypeMirror> test) {
        return names.at(at).stream().filter(name -> test.test(name.type()));
    }

    /** Expressions of the same class that could stand at a tree: all their variables are visible there. */
    List<ExpressionTree> donors(Tree at, java.util.function.Predicate<TypeMirror> fits) {
        Optional<ClassTree> owner = file.classAround(at);
        if (owner.isEmpty()) {
            return List.of();
        }
        List<ExpressionTree> pool = donors.computeIfAbsent(owner.get(), this::expressions);
        return pool.stream()
                .filter(donor -> {
                    TypeMirror type = file.type(donor);
                    return type != null && fits.test(type);
                })
                .filter(donor -> names.reads(donor, at))
                .toList();
    }

    private List<ExpressionTree> expressions(ClassTree owner) {
        Map<String, ExpressionTree> unique = new java.util.LinkedHashMap<>();
        for (ExpressionTree tree : file.inside(owner, ExpressionTree.class)) {
            String text = file.text(tree);
            boolean small = text.length() <= 60 && text.indexOf('\n') < 0 && !text.contains("->");
            if (small && isValue(tree) && file.around(tree, MethodTree.class).isPresent()) {
                unique.putIfAbsent(text, tree);
            }
        }
        return List.copyOf(unique.values());
    }

    /** Proposes to put code in place of a tree. */
    void replace(Mutation mutation, Tree tree, String code, double fit, String why) {
        offer(mutation, new Rewrite(file).replace(tree, code), tree, fit, why);
    }

    /** Proposes to put code before a statement, on a line of its own. */
    void before(Mutation mutation, StatementTree statement, String code, double fit, String why) {
        String line = code + file.newLine() + file.indent(file.start(statement));
        offer(mutation, new Rewrite(file).insert(file.start(statement), line), statement, fit, why);
    }

    /** Proposes to put code behind a statement, on a line of its own. */
    void after(Mutation mutation, StatementTree statement, String code, double fit, String why) {
        String line = file.newLine() + file.indent(file.start(statement)) + code;
        offer(mutation, new Rewrite(file).insert(file.end(statement), line), statement, fit, why);
    }

    void offer(Mutation mutation, Rewrite rewrite, Tree at, double fit, String why) {
        out.add(mutation.word(), mutation.prior() * fit * weight(at), rewrite, why, false);
    }

    /** Puts parentheses around code that would fall apart in an expression. */
    String grouped(ExpressionTree tree) {
        String text = file.text(tree);
        return switch (tree.getKind()) {
            case IDENTIFIER,
                    MEMBER_SELECT,
                    METHOD_INVOCATION,
                    INT_LITERAL,
                    LONG_LITERAL,
                    DOUBLE_LITERAL,
                    STRING_LITERAL,
                    CHAR_LITERAL,
                    BOOLEAN_LITERAL,
                    ARRAY_ACCESS,
                    PARENTHESIZED -> text;
            default -> "(" + text + ")";
        };
    }

    /** A node counts as much as the statement it is part of. */
    private double weigh(Tree node) {
        Tree at = node;
        while (true) {
            if (at instanceof StatementTree && !(at instanceof ClassTree)) {
                double score = suspicion.of(file.path(), file.line(at));
                if (score > 0) {
                    return score;
                }
            }
            Optional<Tree> up = file.parent(at);
            if (up.isEmpty()
                    || at instanceof MethodTree
                    || at instanceof VariableTree && up.get() instanceof ClassTree) {
                return 0;
            }
            at = up.get();
        }
    }
}
