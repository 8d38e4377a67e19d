package dev.tracemend.agent.edit.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A node of a syntax tree as plain data: its kind in the grammar's words, the field it has in its parent (may be empty)
 * and its range in characters of the source.
 */
public final class SyntaxNode {
    private final String source;
    private final String type;
    private final String field;
    private final boolean named;
    private final int start;
    private final int end;
    private final int row;
    private final @Nullable SyntaxNode parent;
    private final List<SyntaxNode> children = new ArrayList<>();

    SyntaxNode(
            String source,
            String type,
            String field,
            boolean named,
            int start,
            int end,
            int row,
            @Nullable SyntaxNode parent) {
        this.source = source;
        this.type = type;
        this.field = field;
        this.named = named;
        this.start = start;
        this.end = end;
        this.row = row;
        this.parent = parent;
    }

    void add(SyntaxNode child) {
        children.add(child);
    }

    /** The grammar's word for it. */
    public String type() {
        return type;
    }

    /** Whether it is one of the kinds. */
    public boolean is(String... types) {
        for (String each : types) {
            if (type.equals(each)) {
                return true;
            }
        }
        return false;
    }

    /** The field it has in its parent; empty where none. */
    public String field() {
        return field;
    }

    /** Whether it is more than a word or sign of the grammar. */
    public boolean named() {
        return named;
    }

    /** The offset of its first character. */
    public int start() {
        return start;
    }

    /** The offset behind its last character. */
    public int end() {
        return end;
    }

    /** The 1-based line it begins on. */
    public int line() {
        return row + 1;
    }

    /** The 1-based line it ends on. */
    public int lastLine() {
        return line() + (int) text().chars().filter(sign -> sign == '\n').count();
    }

    /** Its own source. */
    public String text() {
        return source.substring(start, end);
    }

    /** The node around it; empty at the root. */
    public Optional<SyntaxNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** All children in order. */
    public List<SyntaxNode> children() {
        return List.copyOf(children);
    }

    /** The children that are no words or signs, without comments. */
    public List<SyntaxNode> parts() {
        return children.stream()
                .filter(child -> child.named && !child.type.equals("comment"))
                .toList();
    }

    /** The child in a field. */
    public Optional<SyntaxNode> child(String name) {
        return children.stream().filter(child -> child.field.equals(name)).findFirst();
    }

    /** The source of the child in a field; empty where there is none. */
    public String textOf(String name) {
        return child(name).map(SyntaxNode::text).orElse("");
    }

    /** The nearest node around it that fits, itself left out. */
    public Optional<SyntaxNode> above(Predicate<SyntaxNode> fits) {
        for (SyntaxNode at = parent; at != null; at = at.parent) {
            if (fits.test(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** It and all nodes in it that fit, outer ones first. */
    public List<SyntaxNode> all(Predicate<SyntaxNode> fits) {
        List<SyntaxNode> found = new ArrayList<>();
        collect(fits, found);
        return found;
    }

    /** All nodes in it of these kinds. */
    public List<SyntaxNode> all(String... types) {
        return all(node -> node.is(types));
    }

    private void collect(Predicate<SyntaxNode> fits, List<SyntaxNode> found) {
        if (fits.test(this)) {
            found.add(this);
        }
        for (SyntaxNode child : children) {
            child.collect(fits, found);
        }
    }

    /** Whether an offset range lies in it. */
    public boolean holds(SyntaxNode other) {
        return start <= other.start && other.end <= end;
    }

    @Override
    public String toString() {
        return type + "[" + start + "," + end + ")";
    }
}
