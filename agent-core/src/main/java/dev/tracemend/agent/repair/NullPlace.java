package dev.tracemend.agent.repair;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** An expression that may have been the null, and what needed it not to be. */
record NullPlace(SourceFile file, Tree user, Tree nullable) {

    /** The places of a line that agree with the JVM's message; without a message, all of them. */
    static List<NullPlace> find(Spot spot, Crash crash, Optional<HelpfulMessage> message) {
        List<NullPlace> all = new ArrayList<>();
        SourceFile file = spot.file();
        for (Tree node : spot.all(Tree.class)) {
            Tree receiver = receiver(file, node);
            if (receiver != null && file.facts().isReference(file.type(receiver)) && canBeNull(receiver)) {
                all.add(new NullPlace(file, node, receiver));
            }
            if (node instanceof ExpressionTree && unboxed(file, node, message)) {
                all.add(new NullPlace(file, node, node));
            }
        }
        if (!crash.direct() && message.isEmpty()) {
            arguments(spot, all);
        }
        if (message.isEmpty() || !crash.direct()) {
            return all;
        }
        return all.stream().filter(place -> place.agrees(message.get())).toList();
    }

    /** The expression a node cannot do without. */
    private static @Nullable Tree receiver(SourceFile file, Tree node) {
        if (node instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            return value(file, select.getExpression());
        }
        if (node instanceof MemberSelectTree select
                && !(file.parent(node).orElse(null) instanceof MethodInvocationTree)) {
            return value(file, select.getExpression());
        }
        if (node instanceof ArrayAccessTree access) {
            return access.getExpression();
        }
        if (node instanceof EnhancedForLoopTree loop) {
            return loop.getExpression();
        }
        if (node instanceof SwitchTree choice) {
            return SourceFile.bare(choice.getExpression());
        }
        if (node instanceof SwitchExpressionTree choice) {
            return SourceFile.bare(choice.getExpression());
        }
        return node instanceof SynchronizedTree lock ? SourceFile.bare(lock.getExpression()) : null;
    }

    private static @Nullable Tree value(SourceFile file, Tree receiver) {
        if (receiver instanceof IdentifierTree || receiver instanceof MemberSelectTree) {
            Element element = file.element(receiver);
            boolean type = element != null
                    && (element.getKind().isClass()
                            || element.getKind().isInterface()
                            || element.getKind() == javax.lang.model.element.ElementKind.PACKAGE);
            return type ? null : receiver;
        }
        return receiver;
    }

    private static boolean canBeNull(Tree receiver) {
        Tree bare = SourceFile.bare(receiver);
        boolean self = bare instanceof IdentifierTree name
                && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
        return !self && !(bare instanceof LiteralTree) && !(bare instanceof NewClassTree);
    }

    private static boolean unboxed(SourceFile file, Tree node, Optional<HelpfulMessage> message) {
        boolean named = node instanceof IdentifierTree
                || node instanceof MemberSelectTree
                || node instanceof MethodInvocationTree
                || node instanceof ArrayAccessTree;
        boolean said = message.map(HelpfulMessage::unboxing).orElse(false);
        Tree parent = file.parent(node).orElse(null);
        boolean selected = parent instanceof MemberSelectTree
                || (parent instanceof MethodInvocationTree call && call.getMethodSelect() == node);
        return named && said && !selected && file.facts().isBoxed(file.type(node));
    }

    private static void arguments(Spot spot, List<NullPlace> into) {
        SourceFile file = spot.file();
        for (Tree node : spot.all(Tree.class)) {
            for (ExpressionTree argument : Handed.arguments(node)) {
                if (file.facts().isReference(file.type(argument)) && canBeNull(argument)) {
                    into.add(0, new NullPlace(file, node, argument));
                }
            }
        }
    }

    private boolean agrees(HelpfulMessage message) {
        Tree bare = SourceFile.bare(nullable);
        if (user instanceof MethodInvocationTree call
                && user != nullable
                && message.did().startsWith("invoke")
                && !message.member().isEmpty()
                && !Siblings.name(call).equals(message.member())) {
            return false;
        }
        if (!message.method().isEmpty()) {
            return bare instanceof MethodInvocationTree call
                    && Siblings.name(call).equals(message.method());
        }
        if (message.variable().isEmpty() || message.anonymous()) {
            return true;
        }
        String wanted = simplified(message.variable());
        String found = simplified(file.text(bare));
        return wanted.equals(found)
                || (!(bare instanceof MethodInvocationTree) && last(wanted).equals(last(found)));
    }

    private static String simplified(String expression) {
        return expression.replaceAll("\\s+", "").replaceFirst("^this\\.", "");
    }

    private static String last(String expression) {
        return expression.substring(expression.lastIndexOf('.') + 1);
    }
}
