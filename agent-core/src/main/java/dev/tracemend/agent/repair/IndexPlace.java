package dev.tracemend.agent.repair;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An expression that reads or writes at an index: what holds the elements, and the index. */
record IndexPlace(SourceFile file, ExpressionTree access, ExpressionTree holder, ExpressionTree index) {
    private static final Set<String> LIST = Set.of("get", "set", "remove", "add", "elementAt");
    private static final Set<String> TEXT = Set.of("charAt", "codePointAt", "setCharAt", "deleteCharAt");

    static List<IndexPlace> find(Spot spot) {
        List<IndexPlace> places = new ArrayList<>();
        SourceFile file = spot.file();
        for (ExpressionTree node : spot.all(ExpressionTree.class)) {
            if (node instanceof ArrayAccessTree access) {
                places.add(new IndexPlace(file, access, access.getExpression(), access.getIndex()));
            } else if (node instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && !call.getArguments().isEmpty()) {
                boolean list = LIST.contains(Siblings.name(call))
                        && file.facts().is(file.type(select.getExpression()), "java.util.List");
                boolean text = TEXT.contains(Siblings.name(call));
                if ((list || text)
                        && file.facts()
                                .isPrimitive(file.type(call.getArguments().get(0)))) {
                    places.add(new IndexPlace(
                            file,
                            call,
                            select.getExpression(),
                            call.getArguments().get(0)));
                }
            }
        }
        return places;
    }

    /** How many elements there are, as code. */
    String length() {
        String name = file.text(holder);
        if (file.facts().isArray(file.type(holder))) {
            return name + ".length";
        }
        return file.facts().isCollection(file.type(holder)) ? name + ".size()" : name + ".length()";
    }

    String isEmpty() {
        boolean array = file.facts().isArray(file.type(holder));
        return array ? file.text(holder) + ".length == 0" : file.text(holder) + ".isEmpty()";
    }

    Tree bareIndex() {
        return SourceFile.bare(index);
    }

    /** Whether this access can have asked for the index that the message names. */
    boolean agrees(OutOfBounds message) {
        return message.index().isEmpty()
                || !(bareIndex() instanceof LiteralTree literal)
                || !(literal.getValue() instanceof Integer value)
                || value == message.index().getAsInt();
    }
}
