package dev.tracemend.agent.repair;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A hash code of other things than {@code equals} compares: of what it compares instead, or one where there is none. */
final class EqualityMutations implements MutationFamily {

    @Override
    public void grow(Ground ground) {
        SourceFile file = ground.file();
        for (Tree node : file.nodes()) {
            if (node instanceof ClassTree type) {
                method(type, "equals", 1).ifPresent(equals -> hash(ground, type, equals));
            }
        }
    }

    private static Optional<MethodTree> method(ClassTree type, String name, int parameters) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(each -> each.getName().contentEquals(name)
                        && each.getParameters().size() == parameters
                        && each.getBody() != null)
                .findFirst();
    }

    private static void hash(Ground ground, ClassTree type, MethodTree equals) {
        Set<String> compared = compared(ground, type, equals);
        Optional<MethodTree> hash = method(type, "hashCode", 0);
        if (compared.isEmpty()) {
            return;
        }
        if (hash.isEmpty()) {
            missing(ground, equals, compared);
            return;
        }
        SourceFile file = ground.file();
        for (IdentifierTree name : file.inside(hash.get(), IdentifierTree.class)) {
            boolean counts = ground.isValue(name) && ground.weight(name) > 0;
            for (String other : counts ? compared : Set.<String>of()) {
                boolean call = other.endsWith(")");
                if (call && !file.text(name).equals(other)) {
                    String why = "equal objects must have equal hash codes, and `equals` compares " + other;
                    ground.replace(Mutation.HASH_LIKE_EQUALS, name, other, 1, why);
                }
            }
        }
    }

    /** Own fields and own methods without arguments that {@code equals} asks for. */
    private static Set<String> compared(Ground ground, ClassTree type, MethodTree equals) {
        SourceFile file = ground.file();
        Set<String> members = type.getMembers().stream()
                .map(member -> member instanceof MethodTree method
                                && method.getParameters().isEmpty()
                        ? method.getName() + "()"
                        : member instanceof com.sun.source.tree.VariableTree field
                                ? field.getName().toString()
                                : "")
                .collect(Collectors.toSet());
        Set<String> compared = new LinkedHashSet<>();
        for (ExpressionTree tree : file.inside(equals, ExpressionTree.class)) {
            boolean own = tree instanceof IdentifierTree
                    || tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof IdentifierTree;
            if (own && members.contains(file.text(tree))) {
                compared.add(file.text(tree));
            }
        }
        return compared;
    }

    private static void missing(Ground ground, MethodTree equals, Set<String> compared) {
        SourceFile file = ground.file();
        double weight = equals.getBody().getStatements().stream()
                .mapToDouble(ground::weight)
                .max()
                .orElse(0);
        String indent = file.newLine() + file.indent(file.start(equals));
        Rewrite rewrite = new Rewrite(file);
        String objects = rewrite.type("java.util.Objects");
        String code = file.newLine() + indent + "@Override" + indent + "public int hashCode() {" + indent
                + file.indentStep() + "return " + objects + ".hash(" + String.join(", ", compared) + ");" + indent
                + "}";
        rewrite.insert(file.end(equals), code);
        equals.getBody().getStatements().stream()
                .filter(statement -> ground.weight(statement) == weight && weight > 0)
                .findFirst()
                .ifPresent(statement -> ground.offer(
                        Mutation.HASH_LIKE_EQUALS, rewrite, statement, 1, "equal objects must have equal hash codes"));
    }
}
