package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Other methods and overloads, and arguments swapped, dropped and added. */
final class CallMutations implements MutationFamily {
    private static final int MOST_ADDED = 12;

    @Override
    public void grow(Ground ground) {
        for (MethodInvocationTree call : ground.all(MethodInvocationTree.class)) {
            if (ground.file().element(call.getMethodSelect()) instanceof ExecutableElement method
                    && !method.getSimpleName().contentEquals("<init>")) {
                others(ground, call, method);
                arguments(ground, call, call.getArguments(), method);
                unwrap(ground, call);
            }
        }
        for (NewClassTree made : ground.all(NewClassTree.class)) {
            if (ground.file().element(made) instanceof ExecutableElement constructor) {
                arguments(ground, made, made.getArguments(), constructor);
                collections(ground, made);
            }
        }
    }

    private static void others(Ground ground, MethodInvocationTree call, ExecutableElement method) {
        if (!(method.getEnclosingElement() instanceof TypeElement owner)) {
            return;
        }
        Tree select = call.getMethodSelect();
        String name = method.getSimpleName().toString();
        int end = ground.file().end(select);
        for (String other : alternatives(ground, owner, method)) {
            Rewrite rewrite = new Rewrite(ground.file()).replace(end - name.length(), end, other);
            double near =
                    LevenshteinDistance.getDefaultInstance().apply(name, other) <= 3 || pairs(name, other) ? 1.2 : 0.8;
            ground.offer(Mutation.METHOD_OTHER, rewrite, call, near, other + " is meant, not " + name);
        }
        unwrappedArgument(ground, call, owner, name);
    }

    /** {@code all.addAll(f(x))} where {@code all.add(x)} is meant. */
    private static void unwrappedArgument(Ground ground, MethodInvocationTree call, TypeElement owner, String name) {
        boolean one = call.getArguments().size() == 1
                && call.getArguments().get(0) instanceof MethodInvocationTree inner
                && inner.getArguments().size() == 1;
        if (!one) {
            return;
        }
        SourceFile file = ground.file();
        ExpressionTree argument = ((MethodInvocationTree) call.getArguments().get(0))
                .getArguments()
                .get(0);
        int end = file.end(call.getMethodSelect());
        ground.facts().elements().getAllMembers(owner).stream()
                .filter(other -> other instanceof ExecutableElement method
                        && method.getKind() == ElementKind.METHOD
                        && method.getParameters().size() == 1)
                .map(other -> other.getSimpleName().toString())
                .filter(other -> other.startsWith(name) || name.startsWith(other))
                .distinct()
                .forEach(other -> {
                    Rewrite rewrite = new Rewrite(file)
                            .replace(end - name.length(), end, other)
                            .replace(call.getArguments().get(0), file.text(argument));
                    ground.offer(Mutation.METHOD_OTHER, rewrite, call, 0.8, other + " of the value itself is meant");
                });
    }

    private static boolean pairs(String one, String other) {
        String both = one + " " + other;
        return both.matches(
                "(?i).*(first|last|max|min|floor|ceil|start|end|left|right|next|prev|add|remove|get|set).*");
    }

    private static List<String> alternatives(Ground ground, TypeElement owner, ExecutableElement method) {
        return ground.facts().elements().getAllMembers(owner).stream()
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .filter(other -> other.getKind() == ElementKind.METHOD && !other.equals(method))
                .filter(other -> !other.getSimpleName().equals(method.getSimpleName()))
                .filter(other -> other.getModifiers().contains(Modifier.STATIC)
                        == method.getModifiers().contains(Modifier.STATIC))
                .filter(other -> !ofEveryObject(other))
                .filter(other -> sameCall(ground, other, method))
                .map(other -> other.getSimpleName().toString())
                .distinct()
                .toList();
    }

    /** What every object has, overridden or not, is never meant in place of what a class is for. */
    private static boolean ofEveryObject(ExecutableElement method) {
        return String.valueOf(method.getEnclosingElement()).equals("java.lang.Object")
                || method.getSimpleName().toString().matches("hashCode|toString|equals");
    }

    private static boolean sameCall(Ground ground, ExecutableElement other, ExecutableElement method) {
        List<? extends VariableElement> wanted = method.getParameters();
        List<? extends VariableElement> given = other.getParameters();
        boolean plain = ground.facts().isVoid(method.getReturnType());
        boolean result = plain || ground.facts().assignable(other.getReturnType(), method.getReturnType());
        if (given.size() != wanted.size() || !result) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            if (!ground.facts().assignable(wanted.get(i).asType(), given.get(i).asType())) {
                return false;
            }
        }
        return true;
    }

    private static void arguments(
            Ground ground, ExpressionTree call, List<? extends ExpressionTree> arguments, ExecutableElement method) {
        SourceFile file = ground.file();
        for (int i = 0; i < arguments.size(); i++) {
            for (int j = i + 1; j < arguments.size(); j++) {
                TypeMirror first = file.type(arguments.get(i));
                TypeMirror second = file.type(arguments.get(j));
                if (ground.facts().assignable(first, second) || ground.facts().assignable(second, first)) {
                    Rewrite swapped = new Rewrite(file)
                            .replace(arguments.get(i), file.text(arguments.get(j)))
                            .replace(arguments.get(j), file.text(arguments.get(i)));
                    ground.offer(
                            Mutation.ARGUMENTS_SWAPPED, swapped, call, 1, "two arguments stand in each other's place");
                }
            }
        }
        overloads(ground, call, arguments, method);
    }

    /** An overload with one argument less or more. */
    private static void overloads(
            Ground ground, ExpressionTree call, List<? extends ExpressionTree> arguments, ExecutableElement method) {
        if (!(method.getEnclosingElement() instanceof TypeElement owner)) {
            return;
        }
        List<String> texts = arguments.stream().map(ground.file()::text).collect(Collectors.toList());
        for (Element each : owner.getEnclosedElements()) {
            if (!(each instanceof ExecutableElement other)
                    || other.equals(method)
                    || !other.getSimpleName().equals(method.getSimpleName())) {
                continue;
            }
            int more = other.getParameters().size() - texts.size();
            if (more == -1) {
                for (int i = 0; i < texts.size(); i++) {
                    List<String> fewer = new ArrayList<>(texts);
                    fewer.remove(i);
                    call(ground, Mutation.ARGUMENT_DROPPED, call, arguments, fewer);
                }
            } else if (more == 1) {
                added(ground, call, arguments, texts, other);
            }
        }
    }

    private static void added(
            Ground ground,
            ExpressionTree call,
            List<? extends ExpressionTree> arguments,
            List<String> texts,
            ExecutableElement other) {
        for (int i = 0; i <= texts.size(); i++) {
            TypeMirror wanted = other.getParameters().get(i).asType();
            List<String> fitting = new ArrayList<>(ground.visible(call, wanted));
            if (ground.facts().isNumeric(wanted)) {
                fitting.add("0");
                fitting.add("1");
                if (other.getSimpleName().contentEquals("split")) {
                    fitting.addAll(0, List.of("2", "-1")); // only at the first place; with empty parts at the end
                }
            } else if (ground.facts().isBoolean(wanted)) {
                fitting.addAll(List.of("true", "false"));
            }
            for (String one : fitting.subList(0, Math.min(MOST_ADDED, fitting.size()))) {
                List<String> more = new ArrayList<>(texts);
                more.add(i, one);
                call(ground, Mutation.ARGUMENT_ADDED, call, arguments, more);
            }
        }
    }

    private static void call(
            Ground ground,
            Mutation kind,
            ExpressionTree call,
            List<? extends ExpressionTree> before,
            List<String> arguments) {
        SourceFile file = ground.file();
        int close = file.end(call) - 1;
        if (file.text().charAt(close) != ')') {
            return;
        }
        int open = before.isEmpty() ? file.text().lastIndexOf('(', close) + 1 : file.start(before.get(0));
        Rewrite rewrite = new Rewrite(file).replace(open, close, String.join(", ", arguments));
        String why = kind == Mutation.ARGUMENT_ADDED ? "an argument is missing" : "an argument is too much";
        ground.offer(kind, rewrite, call, 1, why);
    }

    /** {@code f(x)} to {@code x}, {@code x.f()} to {@code x}. */
    private static void unwrap(Ground ground, MethodInvocationTree call) {
        SourceFile file = ground.file();
        TypeMirror type = file.type(call);
        String why = "the call is too much";
        if (ground.isTarget(call)) {
            return;
        }
        for (ExpressionTree argument : call.getArguments()) {
            if (!(argument instanceof LiteralTree) && ground.facts().assignable(file.type(argument), type)) {
                ground.replace(Mutation.CALL_UNWRAPPED, call, file.text(argument), 1, why);
            }
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && ground.isValue(select.getExpression())
                && ground.facts().assignable(file.type(select.getExpression()), type)) {
            ground.replace(Mutation.CALL_UNWRAPPED, call, file.text(select.getExpression()), 1, why);
        }
    }

    /** A collection that keeps an order, or one that holds its first element from the start. */
    private static void collections(Ground ground, NewClassTree made) {
        SourceFile file = ground.file();
        String name = file.text(made.getIdentifier());
        String simple = name.replaceAll("<.*", "");
        List<String> others =
                switch (simple) {
                    case "HashMap" -> List.of("LinkedHashMap", "TreeMap");
                    case "HashSet" -> List.of("LinkedHashSet", "TreeSet");
                    case "LinkedHashMap" -> List.of("TreeMap");
                    case "LinkedHashSet" -> List.of("TreeSet");
                    default -> List.of();
                };
        for (String other : others) {
            Rewrite rewrite = new Rewrite(file);
            rewrite.replace(made.getIdentifier(), name.replace(simple, rewrite.type("java.util." + other)));
            ground.offer(Mutation.COLLECTION_OTHER, rewrite, made, 1, "the order of the elements matters");
        }
        if (made.getArguments().isEmpty() && ground.facts().isCollection(file.type(made))) {
            for (VisibleNames.Name item : ground.visible(made).stream().limit(6).toList()) {
                int close = file.end(made) - 1;
                boolean collection = ground.facts().isCollection(item.type());
                Rewrite rewrite = new Rewrite(file);
                String code = collection ? item.name() : rewrite.type("java.util.List") + ".of(" + item.name() + ")";
                rewrite.insert(close, code);
                ground.offer(Mutation.SINGLETON_COLLECTION, rewrite, made, 1, "it starts with " + item.name());
            }
            empty(ground, made);
        }
    }

    /** {@code new ArrayList<>()} of lists often starts with one empty list. */
    private static void empty(Ground ground, NewClassTree made) {
        TypeMirror type = ground.file().type(made);
        String text = type == null ? "" : type.toString();
        if (text.matches("java\\.util\\.\\w+<java\\.util\\.(List|ArrayList|Set)<.*")) {
            Rewrite rewrite = new Rewrite(ground.file());
            String inner = text.contains("<java.util.Set<") ? "java.util.HashSet" : "java.util.ArrayList";
            String code = rewrite.type("java.util.List") + ".of(new " + rewrite.type(inner) + "<>())";
            rewrite.insert(ground.file().end(made) - 1, code);
            ground.offer(Mutation.SINGLETON_COLLECTION, rewrite, made, 1.2, "it starts with one empty element");
        }
    }

    /** Whether a call names a method of its own class. */
    static boolean own(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof IdentifierTree;
    }
}
