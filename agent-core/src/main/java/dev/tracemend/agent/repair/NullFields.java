package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Fields that hold null: never filled, filled with themselves, or filled with what came in. */
final class NullFields {
    private final Scene scene;
    private final Proposals out;
    private final NullSource source;

    NullFields(Scene scene, Proposals out, NullSource source) {
        this.scene = scene;
        this.out = out;
        this.source = source;
    }

    void propose(Element field, double fit, int depth) {
        SourceFile file = scene.sources().declaring(field).orElse(null);
        if (file == null
                || !(file.declaration(field).orElse(null) instanceof VariableTree declared)
                || file.start(declared) < 0) {
            return;
        }
        if (declared.getInitializer() != null) {
            source.assigned(file, declared.getInitializer(), field.asType(), declared, fit, depth);
        }
        List<AssignmentTree> assignments = file.nodes().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(each -> field.equals(file.element(each.getVariable())))
                .toList();
        for (AssignmentTree each : assignments) {
            assignment(file, field, each, fit, depth);
        }
        if (declared.getInitializer() == null && !filledByEveryConstructor(file, declared, assignments)) {
            forgotten(file, field, declared, assignments, fit * (assignments.isEmpty() ? 1 : 0.85));
        }
    }

    private static boolean filledByEveryConstructor(
            SourceFile file, VariableTree declared, List<AssignmentTree> assignments) {
        List<MethodTree> filling = assignments.stream()
                .map(each -> constructor(file, each))
                .filter(Objects::nonNull)
                .toList();
        List<MethodTree> all = file.classAround(declared).stream()
                .flatMap(type -> type.getMembers().stream())
                .filter(member ->
                        member instanceof MethodTree method && method.getReturnType() == null && file.stands(method))
                .map(MethodTree.class::cast)
                .filter(method -> !file.text(method.getBody()).matches("(?s)\\{\\s*this\\(.*"))
                .toList();
        return !all.isEmpty() && filling.containsAll(all);
    }

    private void assignment(SourceFile file, Element field, AssignmentTree each, double fit, int depth) {
        Tree value = each.getExpression();
        Element given = file.element(value);
        if (given != null && given.equals(field)) {
            itself(file, field, each, fit);
        } else if (given != null && given.getKind() == ElementKind.PARAMETER) {
            file.facts().neutral(field.asType()).ifPresent(neutral -> {
                Rewrite rewrite = new Rewrite(file);
                String text = file.text(value);
                rewrite.replace(value, text + " == null ? " + rewrite.code(neutral) + " : " + text);
                String why = field + " takes what comes in; where that is null, " + neutral + " is kept";
                out.cause(Operator.NORMALISE_FIELD, rewrite, fit, why);
            });
        } else {
            source.assigned(file, value, field.asType(), value, fit, depth);
        }
    }

    /** A field that is filled with itself, where a parameter of its type is read by nobody. */
    private void itself(SourceFile file, Element field, AssignmentTree each, double fit) {
        MethodTree method = constructor(file, each);
        if (method == null) {
            return;
        }
        List<IdentifierTree> read = file.inside(method, IdentifierTree.class);
        method.getParameters().stream()
                .filter(given -> file.facts().assignable(file.type(given), field.asType()))
                .filter(given -> read.stream().noneMatch(name -> name.getName().equals(given.getName())))
                .forEach(given -> out.cause(
                        Operator.ASSIGN_FIELD,
                        new Rewrite(file)
                                .replace(each.getExpression(), given.getName().toString()),
                        fit,
                        "the field " + field + " is filled with itself, and nobody reads " + given.getName()));
    }

    /** A field that no constructor fills. */
    private void forgotten(
            SourceFile file, Element field, VariableTree declared, List<AssignmentTree> assignments, double fit) {
        int semicolon = file.end(declared) - 1;
        Optional<String> fresh = file.facts().fresh(field.asType());
        if (fresh.isPresent() && semicolon > 0 && file.text().charAt(semicolon) == ';') {
            Rewrite rewrite = new Rewrite(file);
            rewrite.insert(semicolon, " = " + rewrite.code(fresh.get()));
            out.cause(Operator.INITIALISE_FIELD, rewrite, fit, "nothing ever fills the field " + field);
        }
        ClassTree type = file.classAround(declared).orElse(null);
        if (type == null) {
            return;
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method
                    && method.getReturnType() == null
                    && file.start(method) >= 0
                    && assignments.stream().noneMatch(each -> method.equals(constructor(file, each)))) {
                parameter(file, field, method, fit);
            }
        }
    }

    /** A constructor that is given the value and does not keep it, or keeps it in the parameter itself. */
    private void parameter(SourceFile file, Element field, MethodTree method, double fit) {
        boolean given = method.getParameters().stream()
                .anyMatch(each -> each.getName().contentEquals(field.getSimpleName())
                        && file.facts().assignable(file.type(each), field.asType()));
        if (!given || method.getBody() == null) {
            return;
        }
        for (StatementTree statement : method.getBody().getStatements()) {
            if (statement instanceof ExpressionStatementTree whole
                    && whole.getExpression() instanceof AssignmentTree self
                    && named(self.getVariable(), field)
                    && named(self.getExpression(), field)) {
                Rewrite rewrite = new Rewrite(file).replace(self.getVariable(), "this." + field.getSimpleName());
                out.cause(Operator.ASSIGN_FIELD, rewrite, fit, "the parameter is assigned to itself, not to the field");
                return;
            }
        }
        keep(file, field, method, fit);
    }

    private void keep(SourceFile file, Element field, MethodTree method, double fit) {
        int at = file.start(method.getBody()) + 1;
        String indent = file.newLine() + file.indent(file.start(method)) + file.indentStep();
        List<? extends StatementTree> statements = method.getBody().getStatements();
        if (!statements.isEmpty() && file.end(statements.get(0)) >= 0 && delegates(statements.get(0))) {
            if (file.text(statements.get(0)).startsWith("this")) {
                return;
            }
            at = file.end(statements.get(0));
        }
        String name = field.getSimpleName().toString();
        Rewrite rewrite = new Rewrite(file).insert(at, indent + "this." + name + " = " + name + ";");
        out.cause(Operator.ASSIGN_FIELD, rewrite, fit, "the constructor is given " + name + " and does not keep it");
    }

    private static boolean delegates(StatementTree statement) {
        return statement instanceof ExpressionStatementTree whole
                && whole.getExpression() instanceof MethodInvocationTree call
                && Siblings.name(call).matches("this|super");
    }

    private static boolean named(Tree tree, Element field) {
        return tree instanceof IdentifierTree name
                && !(tree instanceof MemberSelectTree)
                && name.getName().contentEquals(field.getSimpleName());
    }

    /** A record's accessor that javac made: the record takes "nothing" for null when it is built. */
    void accessor(@Nullable Element method, double fit) {
        Element owner = method == null ? null : method.getEnclosingElement();
        if (method == null || owner == null || owner.getKind() != ElementKind.RECORD) {
            return;
        }
        SourceFile file = scene.sources().declaring(owner).orElse(null);
        if (file == null || !(file.declaration(owner).orElse(null) instanceof ClassTree type)) {
            return;
        }
        String name = method.getSimpleName().toString();
        owner.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.RECORD_COMPONENT
                        && each.getSimpleName().contentEquals(name))
                .findFirst()
                .flatMap(component -> file.facts().neutral(component.asType()))
                .ifPresent(neutral -> compact(file, type, name, neutral, fit));
    }

    private void compact(SourceFile file, ClassTree type, String name, String neutral, double fit) {
        Rewrite rewrite = new Rewrite(file);
        String normal = name + " = " + name + " == null ? " + rewrite.code(neutral) + " : " + name + ";";
        String indent = file.newLine() + file.indent(file.start(type)) + file.indentStep();
        Optional<MethodTree> existing = type.getMembers().stream()
                .filter(member ->
                        member instanceof MethodTree method && method.getReturnType() == null && file.stands(method))
                .map(MethodTree.class::cast)
                .findFirst();
        if (existing.isPresent()) {
            MethodTree constructor = existing.get();
            String head = file.text().substring(file.start(constructor), file.start(constructor.getBody()));
            if (head.contains("(")) {
                return;
            }
            rewrite.insert(file.start(constructor.getBody()) + 1, indent + file.indentStep() + normal);
        } else {
            int open = file.text().indexOf('{', file.start(type));
            String access = type.getModifiers().getFlags().contains(Modifier.PUBLIC) ? "public " : "";
            String body =
                    indent + access + type.getSimpleName() + " {" + indent + file.indentStep() + normal + indent + "}";
            boolean empty = file.text(type).endsWith("{}");
            rewrite.insert(open + 1, body + (empty ? file.newLine() + file.indent(file.start(type)) : ""));
        }
        out.cause(
                Operator.NORMALISE_FIELD, rewrite, fit, name + " may be absent; the record keeps " + neutral + " then");
    }

    private static @Nullable MethodTree constructor(SourceFile file, Tree tree) {
        return file.callable(tree).orElse(null) instanceof MethodTree method && method.getReturnType() == null
                ? method
                : null;
    }
}
