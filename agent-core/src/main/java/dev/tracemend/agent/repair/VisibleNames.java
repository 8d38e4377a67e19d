package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Which variables can be named at a place of a file. */
final class VisibleNames {
    private final SourceFile file;
    private final Map<Tree, List<Name>> known = new IdentityHashMap<>();

    VisibleNames(SourceFile file) {
        this.file = file;
    }

    /** A variable: how it is written, its type, whether it is a field, whether it can be assigned. */
    record Name(String name, TypeMirror type, boolean field, boolean open) {}

    /** The nearest first; a field that a local variable hides is written with {@code this}. */
    List<Name> at(Tree tree) {
        return known.computeIfAbsent(tree, this::find);
    }

    private List<Name> find(Tree tree) {
        List<Name> found = new ArrayList<>();
        boolean fixed = false;
        Tree inner = tree;
        Optional<Tree> up = file.parent(inner);
        while (up.isPresent()) {
            Tree scope = up.get();
            List<VariableTree> declared = declared(scope, inner);
            for (int i = declared.size() - 1; i >= 0; i--) {
                add(found, declared.get(i), fixed, scope instanceof ClassTree);
            }
            fixed |= scope instanceof MethodTree method
                    && method.getModifiers().getFlags().contains(Modifier.STATIC);
            inner = scope;
            up = file.parent(inner);
        }
        return List.copyOf(found);
    }

    private void add(List<Name> found, VariableTree variable, boolean fixed, boolean field) {
        TypeMirror type = file.type(variable);
        boolean shared = variable.getModifiers().getFlags().contains(Modifier.STATIC);
        if (type == null || field && fixed && !shared) {
            return;
        }
        String name = variable.getName().toString();
        boolean hidden = found.stream().anyMatch(known -> known.name().equals(name));
        boolean open = !variable.getModifiers().getFlags().contains(Modifier.FINAL);
        if (!hidden) {
            found.add(new Name(name, type, field, open));
        } else if (field && !shared) {
            found.add(new Name("this." + name, type, true, open));
        }
    }

    /** The variables a scope declares before a node inside it. */
    private List<VariableTree> declared(Tree scope, Tree inner) {
        if (scope instanceof BlockTree block) {
            return before(block.getStatements(), inner);
        } else if (scope instanceof CaseTree one && one.getStatements() != null) {
            return before(one.getStatements(), inner);
        } else if (scope instanceof ForLoopTree loop) {
            return before(loop.getInitializer(), inner);
        } else if (scope instanceof EnhancedForLoopTree loop) {
            return inner == loop.getExpression() ? List.of() : List.of(loop.getVariable());
        } else if (scope instanceof MethodTree method) {
            return List.copyOf(method.getParameters());
        } else if (scope instanceof LambdaExpressionTree lambda) {
            return List.copyOf(lambda.getParameters());
        } else if (scope instanceof CatchTree clause) {
            return List.of(clause.getParameter());
        } else if (scope instanceof TryTree attempt) {
            return inner == attempt.getBlock()
                    ? attempt.getResources().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(VariableTree.class::cast)
                            .toList()
                    : List.of();
        } else if (scope instanceof ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .toList();
        }
        return List.of();
    }

    private List<VariableTree> before(List<? extends StatementTree> statements, Tree inner) {
        List<VariableTree> declared = new ArrayList<>();
        for (StatementTree statement : statements) {
            if (statement == inner) {
                break;
            }
            if (statement instanceof VariableTree variable) {
                declared.add(variable);
            }
        }
        return declared;
    }

    /** Whether all local variables that an expression reads are visible at another place, too. */
    boolean reads(Tree expression, Tree at) {
        List<Name> visible = at(at);
        for (IdentifierTree name : file.inside(expression, IdentifierTree.class)) {
            Element element = file.element(name);
            if (element != null && local(element.getKind())) {
                String written = name.getName().toString();
                boolean same = visible.stream()
                        .anyMatch(known -> known.name().equals(written)
                                && known.type()
                                        .toString()
                                        .equals(element.asType().toString()));
                if (!same) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean local(ElementKind kind) {
        return kind == ElementKind.LOCAL_VARIABLE
                || kind == ElementKind.PARAMETER
                || kind == ElementKind.EXCEPTION_PARAMETER
                || kind == ElementKind.BINDING_VARIABLE
                || kind == ElementKind.RESOURCE_VARIABLE;
    }

    /** Whether a tree names a value, not a type, a method or a package. */
    boolean isValue(Tree tree) {
        if (!(tree instanceof IdentifierTree) && tree.getKind() != Tree.Kind.MEMBER_SELECT) {
            return true;
        }
        Element element = file.element(tree);
        ElementKind kind = element == null ? ElementKind.OTHER : element.getKind();
        return local(kind) || kind == ElementKind.FIELD || kind == ElementKind.ENUM_CONSTANT;
    }

    /** Whether a node assigns to a tree. */
    static boolean assigns(Tree node, Tree target) {
        return node instanceof AssignmentTree assignment && assignment.getVariable() == target
                || node instanceof CompoundAssignmentTree compound && compound.getVariable() == target
                || node instanceof UnaryTree unary
                        && unary.getExpression() == target
                        && unary.getKind() != Tree.Kind.LOGICAL_COMPLEMENT
                        && unary.getKind() != Tree.Kind.UNARY_MINUS
                        && unary.getKind() != Tree.Kind.UNARY_PLUS
                        && unary.getKind() != Tree.Kind.BITWISE_COMPLEMENT;
    }
}
