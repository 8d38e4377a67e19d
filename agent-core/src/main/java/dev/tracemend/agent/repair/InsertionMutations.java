package dev.tracemend.agent.repair;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;

/** Statements that may be missing: an early exit, an assignment, a step, an element added, one that stands elsewhere. */
final class InsertionMutations implements MutationFamily {
    private static final Pattern BASE =
            Pattern.compile("[\\w.]+(?: (?:==|<|<=) (?:0|1|null)|\\.isEmpty\\(\\)|\\.length == 0)?");
    private static final Pattern FIXED = Pattern.compile(
            "return(?: (?:-?\\d+|true|false|null|\"\"|(?:java\\.util\\.)?(?:List|Set|Map)\\.of\\(\\)|[\\w.]*Optional\\w*\\.empty\\(\\)))?;");
    private static final int MOST_CONDITIONS = 24;
    private static final int MOST_RESULTS = 8;
    private static final int MOST_NAMES = 6;

    @Override
    public void grow(Ground ground) {
        for (StatementTree statement : ground.all(StatementTree.class)) {
            boolean whole = ground.file()
                    .statement(statement)
                    .filter(one -> one == statement)
                    .isPresent();
            if (whole && !inLambda(ground, statement)) {
                exits(ground, statement);
                if (!accessor(ground, statement)) {
                    assignments(ground, statement);
                    additions(ground, statement);
                    donors(ground, statement);
                }
            }
        }
        for (ReturnTree end : ground.all(ReturnTree.class)) {
            if (end.getExpression() != null) {
                results(ground, end, end.getExpression());
            }
        }
    }

    private static boolean inLambda(Ground ground, Tree tree) {
        return ground.file().callable(tree).orElse(tree) instanceof LambdaExpressionTree;
    }

    /** A method that only tells what an object holds changes nothing. */
    private static boolean accessor(Ground ground, StatementTree statement) {
        boolean only = ground.file()
                .around(statement, MethodTree.class)
                .filter(method -> method.getBody() != null
                        && method.getBody().getStatements().size() == 1
                        && method.getParameters().isEmpty())
                .isPresent();
        return only
                && statement instanceof ReturnTree end
                && (end.getExpression() instanceof IdentifierTree || end.getExpression() instanceof MemberSelectTree);
    }

    private static void exits(Ground ground, StatementTree statement) {
        Optional<MethodTree> method = ground.file().around(statement, MethodTree.class);
        if (method.isEmpty()) {
            return;
        }
        List<String> exits = new ArrayList<>();
        TypeMirror type = method.get().getReturnType() == null
                ? null
                : ground.file().type(method.get().getReturnType());
        if (type == null || ground.facts().isVoid(type)) {
            exits.add("return;");
        } else {
            results(ground, statement, type).stream()
                    .limit(MOST_RESULTS)
                    .forEach(result -> exits.add("return " + result + ";"));
        }
        boolean loop = ground.file().around(statement, ForLoopTree.class).isPresent()
                || ground.file().around(statement, WhileLoopTree.class).isPresent()
                || ground.file().around(statement, EnhancedForLoopTree.class).isPresent();
        if (loop) {
            exits.add("continue;");
            exits.add("break;");
        }
        List<String> conditions = Predicates.at(ground, statement);
        for (String condition : conditions.subList(0, Math.min(MOST_CONDITIONS, conditions.size()))) {
            for (String exit : exits) {
                String step = file(ground).newLine()
                        + file(ground).indent(file(ground).start(statement));
                String code = "if (" + condition + ") {" + step + file(ground).indentStep() + exit + step + "}";
                String why = "the case `" + condition + "` is not seen to";
                Mutation kind = isBase(condition, exit) ? Mutation.BASE_CASE : Mutation.EXIT_INSERTED;
                ground.before(kind, statement, code, exit.contains("Exception") ? 0.5 : 1, why);
            }
        }
    }

    /** Whether nothing but a fixed result for the plainest of inputs is put in, as a recursion's end is. */
    private static boolean isBase(String condition, String exit) {
        return BASE.matcher(condition).matches() && FIXED.matcher(exit).matches();
    }

    private static SourceFile file(Ground ground) {
        return ground.file();
    }

    /** What a method could give back early: nothing, what it gives elsewhere, a variable of the type. */
    private static Set<String> results(Ground ground, Tree at, TypeMirror type) {
        Set<String> results = new LinkedHashSet<>();
        ground.file().around(at, MethodTree.class).stream()
                .flatMap(method -> ground.file().inside(method, ReturnTree.class).stream())
                .map(ReturnTree::getExpression)
                .filter(given -> given instanceof ExpressionTree)
                .filter(given -> given != null && ground.donors(at, any -> true).contains(given)
                        || given instanceof com.sun.source.tree.LiteralTree)
                .forEach(given -> results.add(ground.file().text(given)));
        if (ground.facts().isBoolean(type)) {
            results.add("true");
            results.add("false");
        } else if (ground.facts().isNumeric(type)) {
            results.addAll(List.of("0", "1", "-1"));
        }
        results.addAll(ground.visible(at, type));
        ground.facts().neutral(type).filter(code -> !code.contains(".")).ifPresent(results::add);
        if (ground.facts().isReference(type)) {
            results.add("null");
        }
        return results;
    }

    private static void results(Ground ground, ReturnTree end, ExpressionTree given) {
        TypeMirror type = ground.file().type(given);
        if (type != null) {
            for (String other : results(ground, end, type)) {
                ground.replace(Mutation.RETURN_OTHER, given, other, 1, "`" + other + "` is the result");
            }
        }
    }

    private static void assignments(Ground ground, StatementTree statement) {
        List<VisibleNames.Name> names =
                ground.visible(statement).stream().limit(MOST_NAMES + 2).toList();
        for (VisibleNames.Name target : names) {
            if (!target.open()) {
                continue;
            }
            for (VisibleNames.Name source : names) {
                boolean fits = source != target && ground.facts().assignable(source.type(), target.type());
                if (fits && !ground.facts().isCollection(target.type())) {
                    String code = target.name() + " = " + source.name() + ";";
                    around(ground, Mutation.ASSIGNMENT_INSERTED, statement, code, target.name() + " is not kept up");
                }
            }
            if (ground.facts().isIntegral(target.type()) && ground.facts().isPrimitive(target.type())) {
                for (String code : List.of(target.name() + "++;", target.name() + "--;", target.name() + " = 0;")) {
                    around(ground, Mutation.STEP_INSERTED, statement, code, target.name() + " is not counted");
                }
            } else if (ground.facts().isBoolean(target.type())) {
                for (String code : List.of(target.name() + " = true;", target.name() + " = false;")) {
                    around(ground, Mutation.ASSIGNMENT_INSERTED, statement, code, target.name() + " is not set");
                }
            }
        }
    }

    private static void around(Ground ground, Mutation kind, StatementTree statement, String code, String why) {
        ground.before(kind, statement, code, 0.9, why);
        if (!(statement instanceof ReturnTree)) {
            ground.after(kind, statement, code, 1, why);
        }
    }

    private static void additions(Ground ground, StatementTree statement) {
        for (VisibleNames.Name target :
                ground.visible(statement, ground.facts()::isCollection).limit(4).toList()) {
            for (VisibleNames.Name item :
                    ground.visible(statement).stream().limit(8).toList()) {
                String type = target.type().toString();
                boolean element = type.contains("<" + item.type() + ">")
                        || item.type().toString().equals("int") && type.contains("<java.lang.Integer>");
                if (element) {
                    String code = target.name() + ".add(" + item.name() + ");";
                    Mutation kind = asked(ground, statement, target.name(), item.name())
                            ? Mutation.ADDITION_NEVER_MADE
                            : Mutation.ADDITION_INSERTED;
                    around(ground, kind, statement, code, item.name() + " is not kept");
                } else if (item != target && ground.facts().isCollection(item.type())) {
                    String code = target.name() + ".addAll(" + item.name() + ");";
                    around(ground, Mutation.ADDITION_INSERTED, statement, code, "the rest is not kept");
                }
            }
        }
    }

    /** Whether the class asks a collection for an element of this name, and never puts one in. */
    private static boolean asked(Ground ground, StatementTree statement, String collection, String item) {
        SourceFile file = ground.file();
        List<MethodInvocationTree> calls = file.classAround(statement).stream()
                .flatMap(owner -> file.inside(owner, MethodInvocationTree.class).stream())
                .filter(call -> file.text(call.getMethodSelect()).startsWith(collection + "."))
                .toList();
        return calls.stream().anyMatch(call -> file.text(call).equals(collection + ".contains(" + item + ")"))
                && calls.stream().noneMatch(call -> Siblings.name(call).startsWith("add"));
    }

    /** Plain statements of the same class, at another place. */
    private static void donors(Ground ground, StatementTree statement) {
        SourceFile file = ground.file();
        Set<String> seen = new LinkedHashSet<>();
        file.classAround(statement).ifPresent(owner -> {
            for (ExpressionStatementTree donor : file.inside(owner, ExpressionStatementTree.class)) {
                String text = file.text(donor);
                boolean fits = donor != statement && text.length() < 100 && reads(ground, donor, statement);
                if (fits && seen.add(text)) {
                    double fit = donor.getExpression() instanceof AssignmentTree
                                    || donor.getExpression() instanceof CompoundAssignmentTree
                            ? 1
                            : 0.9;
                    String why = "`" + text + "` is needed here, too";
                    Mutation kind = ownCall(donor) ? Mutation.CALL_FROM_DONOR : Mutation.STATEMENT_FROM_DONOR;
                    ground.before(kind, statement, text, fit, why);
                    if (!(statement instanceof ReturnTree)) {
                        ground.after(kind, statement, text, fit, why);
                    }
                }
            }
        });
    }

    /** A call of one of the class's own methods with plain variables: what the class does again and again. */
    private static boolean ownCall(ExpressionStatementTree donor) {
        return donor.getExpression() instanceof MethodInvocationTree call
                && CallMutations.own(call)
                && !Siblings.name(call).matches("this|super")
                && call.getArguments().stream().allMatch(IdentifierTree.class::isInstance);
    }

    private static boolean reads(Ground ground, ExpressionStatementTree donor, StatementTree at) {
        Set<String> visible = new LinkedHashSet<>();
        ground.visible(at).forEach(name -> visible.add(name.name()));
        return ground.file().inside(donor, IdentifierTree.class).stream()
                .filter(ground::isValue)
                .allMatch(name -> visible.contains(name.getName().toString())
                        || Character.isUpperCase(name.getName().charAt(0))
                        || name.getName().contentEquals("this"));
    }
}
