package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** What a calling line handed over for a parameter. */
record Handed(SourceFile file, ExpressionTree value) {

    /** The arguments for a parameter on the lines of the trace that called its method. */
    static List<Handed> of(Scene scene, Element parameter) {
        List<Handed> handed = new ArrayList<>();
        if (!(parameter.getEnclosingElement() instanceof ExecutableElement method)) {
            return handed;
        }
        int index = method.getParameters().indexOf(parameter);
        for (Spot caller : scene.callers()) {
            for (Tree node : caller.nodes()) {
                List<? extends ExpressionTree> arguments = arguments(node);
                if (index >= 0
                        && index < arguments.size()
                        && method.equals(caller.file().element(node))) {
                    handed.add(new Handed(caller.file(), arguments.get(index)));
                }
            }
        }
        return handed;
    }

    static List<? extends ExpressionTree> arguments(Tree node) {
        if (node instanceof MethodInvocationTree call) {
            return call.getArguments();
        }
        return node instanceof NewClassTree creation ? creation.getArguments() : List.of();
    }
}
