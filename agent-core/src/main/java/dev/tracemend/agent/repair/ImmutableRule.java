package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** A change of a collection that cannot be changed: makes a changeable copy where it comes from. */
final class ImmutableRule implements CrashRule {
    private static final int DEEPEST = 4;
    private static final Pattern CHANGES = Pattern.compile("add\\w*|put\\w*|remove\\w*|clear|set|sort|replace\\w*"
            + "|retainAll|compute\\w*|merge|offer\\w*|push|pop|poll\\w*");
    private static final Pattern HELPERS = Pattern.compile("sort|shuffle|reverse|swap|addAll|fill|rotate");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("UnsupportedOperationException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Origins origins = new Origins(scene, new MutableCopies(out));
        SourceFile file = scene.site().file();
        for (MethodInvocationTree call : scene.site().all(MethodInvocationTree.class)) {
            if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
                continue;
            }
            boolean helper = select.getExpression().toString().endsWith("Collections");
            if (helper
                    && HELPERS.matcher(Siblings.name(call)).matches()
                    && !call.getArguments().isEmpty()) {
                origins.follow(file, call.getArguments().get(0), 1, 0);
            } else if (CHANGES.matcher(Siblings.name(call)).matches()) {
                origins.follow(file, select.getExpression(), 1, 0);
            }
        }
    }

    /** Follows a collection back to where it was made. */
    private record Origins(Scene scene, MutableCopies copies) {

        void follow(SourceFile file, Tree expression, double fit, int depth) {
            Tree bare = SourceFile.bare(expression);
            if (depth > DEEPEST || bare instanceof NewClassTree) {
                return;
            }
            if (bare instanceof ConditionalExpressionTree choice) {
                follow(file, choice.getTrueExpression(), fit, depth + 1);
                follow(file, choice.getFalseExpression(), fit, depth + 1);
            } else if (bare instanceof MethodInvocationTree call) {
                call(file, call, fit, depth);
            } else if (bare instanceof IdentifierTree || bare instanceof MemberSelectTree) {
                variable(file, bare, fit, depth);
            }
        }

        private void call(SourceFile file, MethodInvocationTree call, double fit, int depth) {
            Optional<SourceSet.OwnMethod> own = scene.sources().method(file.element(call));
            if (own.isPresent()) {
                MethodTree method = own.get().tree();
                for (ReturnTree leave : own.get().file().inside(method, ReturnTree.class)) {
                    if (leave.getExpression() != null
                            && own.get().file().callable(leave).orElse(null) == method) {
                        follow(own.get().file(), leave.getExpression(), fit * 0.97, depth + 1);
                    }
                }
            } else if (call.getMethodSelect() instanceof MemberSelectTree select
                    && file.facts().isMap(file.type(select.getExpression()))
                    && Siblings.name(call).matches("get|getOrDefault|computeIfAbsent")) {
                values(file, plain(file, select.getExpression()), fit, depth);
            } else if (Siblings.name(call).matches("iterator|listIterator|keySet|values|entrySet|subList")
                    && call.getMethodSelect() instanceof MemberSelectTree select) {
                follow(file, select.getExpression(), fit, depth + 1);
            } else {
                boolean known = MutableCopies.makesImmutable(file, call);
                copies.propose(file, call, known ? fit : fit * 0.6);
            }
        }

        /** What the file puts into a map. */
        private void values(SourceFile file, String map, double fit, int depth) {
            for (Tree node : file.nodes()) {
                if (node instanceof MethodInvocationTree call
                        && call.getArguments().size() == 2
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && Siblings.name(call).matches("put|putIfAbsent|computeIfAbsent|getOrDefault")
                        && plain(file, select.getExpression()).equals(map)) {
                    ExpressionTree value = call.getArguments().get(1);
                    Tree made = value instanceof LambdaExpressionTree lambda ? lambda.getBody() : value;
                    follow(file, made, fit * 0.95, depth + 1);
                }
            }
        }

        private static String plain(SourceFile file, Tree tree) {
            return file.text(tree).replaceFirst("^this\\.", "");
        }

        private void variable(SourceFile file, Tree name, double fit, int depth) {
            Element element = file.element(name);
            if (element == null) {
                return;
            }
            boolean field = element.getKind() == ElementKind.FIELD;
            SourceFile home = field ? scene.sources().declaring(element).orElse(null) : file;
            if (home == null) {
                return;
            }
            if (home.declaration(element).orElse(null) instanceof VariableTree variable
                    && variable.getInitializer() != null) {
                follow(home, variable.getInitializer(), fit, depth + 1);
            }
            for (Tree node : home.nodes()) {
                if (node instanceof AssignmentTree each && element.equals(home.element(each.getVariable()))) {
                    assigned(home, each.getExpression(), field, fit, depth);
                }
            }
            if (element.getKind() == ElementKind.PARAMETER) {
                Handed.of(scene, element).forEach(each -> follow(each.file(), each.value(), fit * 0.9, depth + 1));
            }
        }

        /** A field keeps a copy of what it is given, so that it may change it. */
        private void assigned(SourceFile file, ExpressionTree value, boolean field, double fit, int depth) {
            Element given = file.element(value);
            if (field && given != null && given.getKind() == ElementKind.PARAMETER) {
                copies.propose(file, value, fit);
            } else {
                follow(file, value, fit, depth + 1);
            }
        }
    }
}
