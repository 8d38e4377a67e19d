package dev.tracemend.agent.repair;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One attributed source file: its text, its tree, and the questions rules ask of both. */
final class SourceFile {
    private final String path;
    private final String text;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final SourcePositions positions;
    private final TypeFacts facts;
    private final IdentityHashMap<Tree, TreePath> paths = new IdentityHashMap<>();
    private final List<Tree> nodes = new ArrayList<>();
    private final Map<Element, Tree> declarations = new HashMap<>();

    SourceFile(String path, String text, CompilationUnitTree unit, Trees trees, TypeFacts facts) {
        this.path = path;
        this.text = text;
        this.unit = unit;
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.facts = facts;
        new Index().scan(new TreePath(unit), null);
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    TypeFacts facts() {
        return facts;
    }

    /** Every node that stands in the text, outer before inner. */
    List<Tree> nodes() {
        return nodes;
    }

    /** Whether a node is written in this file; javac makes up others. */
    boolean stands(Tree tree) {
        return paths.containsKey(tree) && start(tree) >= 0;
    }

    /** Every node of a kind inside a tree (itself included) that stands in the text. */
    <T extends Tree> List<T> inside(Tree tree, Class<T> kind) {
        int start = start(tree);
        int end = end(tree);
        List<T> inside = new ArrayList<>();
        for (Tree node : nodes) {
            if (kind.isInstance(node) && start(node) >= start && end(node) <= end) {
                inside.add(kind.cast(node));
            }
        }
        return inside;
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /** The text of a tree as written; empty for one that javac made up. */
    String text(Tree tree) {
        int start = start(tree);
        int end = end(tree);
        return start < 0 || end < start ? "" : text.substring(start, end);
    }

    int lineAt(int offset) {
        return (int) unit.getLineMap().getLineNumber(offset);
    }

    int line(Tree tree) {
        return lineAt(start(tree));
    }

    /** The line a frame names when this node fails: that of a call's name, not of the chain it hangs on. */
    int anchorLine(Tree tree) {
        if (tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            return lineAt(end(select) - 1);
        }
        return tree instanceof MemberSelectTree ? lineAt(end(tree) - 1) : line(tree);
    }

    @Nullable
    TypeMirror type(Tree tree) {
        TreePath found = paths.get(tree);
        return found == null ? null : trees.getTypeMirror(found);
    }

    @Nullable
    Element element(Tree tree) {
        TreePath found = paths.get(tree);
        return found == null ? null : trees.getElement(found);
    }

    Optional<Tree> parent(Tree tree) {
        TreePath found = paths.get(tree);
        return found == null || found.getParentPath() == null
                ? Optional.empty()
                : Optional.of(found.getParentPath().getLeaf());
    }

    /** Where this file declares an element, local variables included. */
    Optional<Tree> declaration(@Nullable Element element) {
        return element == null ? Optional.empty() : Optional.ofNullable(declarations.get(element));
    }

    /** The nearest node of a kind around a tree, not itself. */
    <T extends Tree> Optional<T> around(Tree tree, Class<T> kind) {
        TreePath found = paths.get(tree);
        for (TreePath at = found == null ? null : found.getParentPath(); at != null; at = at.getParentPath()) {
            if (kind.isInstance(at.getLeaf())) {
                return Optional.of(kind.cast(at.getLeaf()));
            }
        }
        return Optional.empty();
    }

    /** The method, lambda or class whose code a tree is. */
    Optional<Tree> callable(Tree tree) {
        Tree at = tree;
        while (true) {
            Optional<Tree> parent = parent(at);
            if (parent.isEmpty()) {
                return parent;
            }
            at = parent.get();
            if (at instanceof MethodTree || at instanceof LambdaExpressionTree || at instanceof ClassTree) {
                return parent;
            }
        }
    }

    Optional<ClassTree> classAround(Tree tree) {
        return tree instanceof ClassTree itself ? Optional.of(itself) : around(tree, ClassTree.class);
    }

    /** The statement of a block (or case) that holds a tree, within the same method or lambda. */
    Optional<StatementTree> statement(Tree tree) {
        Tree at = tree;
        while (!(at instanceof MethodTree || at instanceof LambdaExpressionTree || at instanceof ClassTree)) {
            Optional<Tree> parent = parent(at);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            boolean inBlock = parent.get() instanceof BlockTree || parent.get() instanceof CaseTree;
            if (at instanceof StatementTree statement && inBlock && !(at instanceof BlockTree)) {
                return Optional.of(statement);
            }
            at = parent.get();
        }
        return Optional.empty();
    }

    /** Whether a condition names a variable by {@code instanceof}, so that its parts cannot be moved freely. */
    boolean binds(Tree condition) {
        return !inside(condition, BindingPatternTree.class).isEmpty();
    }

    /** A tree without the parentheses and casts around it. */
    static Tree bare(Tree tree) {
        Tree at = tree;
        while (true) {
            if (at instanceof ParenthesizedTree inner) {
                at = inner.getExpression();
            } else if (at instanceof TypeCastTree cast) {
                at = cast.getExpression();
            } else {
                return at;
            }
        }
    }

    /** The white space that a line starts with. */
    String indent(int offset) {
        int from = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int to = from;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        return text.substring(from, to);
    }

    /** One step of indentation as this file has it. */
    String indentStep() {
        if (text.contains("\n\t")) {
            return "\t";
        }
        return text.contains("\n  ") && !text.contains("\n    ") ? "  " : twoOrFour();
    }

    private String twoOrFour() {
        return text.lines().anyMatch(line -> line.matches(" {2}[^ *].*")) ? "  " : "    ";
    }

    String newLine() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Remembers what stands in the text; javac adds constructors and accessors that do not. */
    private final class Index extends TreePathScanner<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            if (tree != null && getCurrentPath() != null) {
                TreePath at = new TreePath(getCurrentPath(), tree);
                if (tree instanceof MethodTree || tree instanceof ClassTree) {
                    if (start(tree) < 0 || end(tree) < 0) {
                        return null;
                    }
                }
                remember(tree, at);
            }
            return super.scan(tree, null);
        }

        private void remember(Tree tree, TreePath at) {
            if (tree instanceof ClassTree type) {
                // Asking for anything inside has javac give types to this class, and to no other file's.
                trees.getElement(new TreePath(at, type.getModifiers()));
            }
            Element element = declares(tree) ? trees.getElement(at) : null;
            if (element != null) {
                declarations.put(element, tree);
            }
            paths.put(tree, at);
            int start = start(tree);
            if (start >= 0 && end(tree) >= start && end(tree) <= text.length()) {
                nodes.add(tree);
            }
        }

        private boolean declares(Tree tree) {
            return switch (tree.getKind()) {
                case VARIABLE, METHOD, CLASS, ENUM, INTERFACE, RECORD, ANNOTATION_TYPE -> true;
                default -> false;
            };
        }
    }
}
