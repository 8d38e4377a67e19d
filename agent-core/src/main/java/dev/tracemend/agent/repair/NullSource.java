package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Follows a null back to where it came from and proposes a value there. */
final class NullSource {
    private static final int DEEPEST = 4;

    private final Scene scene;
    private final Proposals out;
    private final MapDefaults maps;
    private final NullFields fields;

    NullSource(Scene scene, Proposals out) {
        this.scene = scene;
        this.out = out;
        this.maps = new MapDefaults(out);
        this.fields = new NullFields(scene, out, this);
    }

    /**
     * Proposes at the sources of an expression.
     *
     * @param user what used the null, itself where the source is not used directly
     * @param depth how many steps back from the failing line
     */
    void follow(SourceFile file, Tree expression, Tree user, double fit, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        Tree bare = SourceFile.bare(expression);
        if (bare.getKind() == Tree.Kind.NULL_LITERAL) {
            literal(file, bare, file.type(expression), fit);
        } else if (bare instanceof ConditionalExpressionTree choice) {
            follow(file, choice.getTrueExpression(), choice, fit, depth + 1);
            follow(file, choice.getFalseExpression(), choice, fit, depth + 1);
        } else if (bare instanceof MethodInvocationTree call) {
            call(file, call, user, fit, depth);
        } else if (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) {
            variable(file, bare, user, fit, depth);
        }
    }

    private void call(SourceFile file, MethodInvocationTree call, Tree user, double fit, int depth) {
        Element method = file.element(call);
        Optional<SourceSet.OwnMethod> own = scene.sources().method(method);
        if (own.isPresent()) {
            returns(own.get(), fit, depth);
        } else if (maps.lookup(file, call)) {
            maps.propose(file, call, user, fit);
            return;
        } else if (Siblings.name(call).equals("orElse") && call.getArguments().size() == 1) {
            Tree last = call.getArguments().get(0);
            if (last.getKind() == Tree.Kind.NULL_LITERAL) {
                literal(file, last, file.type(call), fit);
            }
        } else {
            fields.accessor(method, fit * 0.9);
        }
        instead(file, call, fit * (own.isPresent() ? 0.7 : 1));
    }

    /** The value that stands for nothing, where a call gave null. */
    private void instead(SourceFile file, MethodInvocationTree call, double fit) {
        if (file.parent(call).orElse(null) instanceof ExpressionStatementTree
                || file.facts().isFluent(file.type(call))) {
            return;
        }
        file.facts().neutral(file.type(call)).ifPresent(neutral -> {
            Rewrite rewrite = new Rewrite(file);
            String name = rewrite.type("java.util.Objects");
            rewrite.replace(call, name + ".requireNonNullElse(" + file.text(call) + ", " + rewrite.code(neutral) + ")");
            String why = file.text(call) + " may give nothing; then " + neutral + " is taken";
            out.cause(Operator.DEFAULT_AT_SOURCE, rewrite, fit, why);
        });
    }

    /** What one of the project's own methods returns. */
    private void returns(SourceSet.OwnMethod own, double fit, int depth) {
        SourceFile file = own.file();
        MethodTree method = own.tree();
        TypeMirror type = file.type(method.getReturnType());
        for (ReturnTree leave : file.inside(method, ReturnTree.class)) {
            ExpressionTree value = leave.getExpression();
            if (value == null || file.callable(leave).orElse(method) != method) {
                continue;
            }
            if (value.getKind() == Tree.Kind.NULL_LITERAL) {
                literal(file, value, type, fit);
            } else {
                follow(file, value, leave, fit * 0.95, depth + 1);
            }
        }
    }

    private void literal(SourceFile file, Tree literal, @Nullable TypeMirror type, double fit) {
        Optional<String> neutral = file.facts().neutral(type);
        if (neutral.isPresent()) {
            Rewrite rewrite = new Rewrite(file);
            rewrite.replace(literal, rewrite.code(neutral.get()));
            String why =
                    "line " + file.line(literal) + " hands out null; " + neutral.get() + " says nothing just as well";
            out.cause(Operator.RETURN_NEUTRAL, rewrite, fit, why);
        }
    }

    private void variable(SourceFile file, Tree name, Tree user, double fit, int depth) {
        Element element = file.element(name);
        if (element == null) {
            return;
        }
        if (element.getKind() == ElementKind.FIELD) {
            fields.propose(element, fit, depth);
            return;
        }
        Optional<Tree> declared = file.declaration(element);
        declared.ifPresent(tree -> {
            if (tree instanceof VariableTree variable && variable.getInitializer() != null) {
                assigned(file, variable.getInitializer(), file.type(variable), user, fit, depth);
            }
        });
        Optional<Tree> callable = file.callable(name);
        for (AssignmentTree each :
                callable.map(tree -> file.inside(tree, AssignmentTree.class)).orElse(List.of())) {
            if (element.equals(file.element(each.getVariable()))) {
                assigned(file, each.getExpression(), element.asType(), user, fit, depth);
            }
        }
        if (element.getKind() == ElementKind.PARAMETER) {
            for (Handed each : Handed.of(scene, element)) {
                assigned(each.file(), each.value(), element.asType(), each.value(), fit * 0.85, depth);
            }
        }
    }

    void assigned(SourceFile file, Tree value, @Nullable TypeMirror type, Tree user, double fit, int depth) {
        if (value.getKind() == Tree.Kind.NULL_LITERAL) {
            literal(file, value, type, fit);
        } else {
            follow(file, value, user, fit * 0.98, depth + 1);
        }
    }
}
