package dev.tracemend.agent.repair;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A line of an attributed file.
 *
 * @param nodes what stands on the line: first what a frame would name the line for, the smallest first
 * @param weight how likely the fault is here, 0 to 1
 */
record Spot(SourceFile file, int line, double weight, List<Tree> nodes) {

    static Spot at(SourceFile file, int line, double weight) {
        Comparator<Tree> anchored = Comparator.comparing(node -> file.anchorLine(node) != line);
        List<Tree> nodes = file.nodes().stream()
                .filter(node ->
                        file.line(node) <= line && file.lineAt(Math.max(file.start(node), file.end(node) - 1)) >= line)
                .sorted(anchored.thenComparing(node -> file.end(node) - file.start(node)))
                .toList();
        return new Spot(file, line, weight, nodes);
    }

    /** The nodes of a kind that begin on the line; where there are none, those that reach over it. */
    <T extends Tree> List<T> all(Class<T> kind) {
        List<T> all = nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
        List<T> anchored =
                all.stream().filter(node -> file.anchorLine(node) == line).toList();
        return anchored.isEmpty() ? all : anchored;
    }

    /** The nodes of a kind around the line, the nearest first. */
    <T extends Tree> List<T> around(Class<T> kind) {
        return nodes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing((T node) -> file.end(node) - file.start(node)))
                .toList();
    }

    Optional<MethodTree> method() {
        return around(MethodTree.class).stream().findFirst();
    }
}
