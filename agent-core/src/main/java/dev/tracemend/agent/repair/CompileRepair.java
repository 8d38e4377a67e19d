package dev.tracemend.agent.repair;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;

/**
 * What completes a change that the compiler refuses for one reason: a method that now may end without a value returns one,
 * and a number that has become too wide for its place is cast.
 */
public final class CompileRepair {
    private static final int MOST = 8;
    private static final int MOST_VARIABLES = 4;
    private static final Pattern ERROR = Pattern.compile("(?<path>.+):(?<line>\\d+): (?<says>.+)");
    private static final Pattern LOSSY =
            Pattern.compile("incompatible types: possible lossy conversion from \\w+ to (?<narrow>\\w+)");
    private static final String NO_VALUE = "missing return statement";

    /** Whether an error, as the judge tells it, is one that can be completed. */
    public static boolean fits(String error) {
        Matcher told = ERROR.matcher(error);
        return told.matches()
                && (told.group("says").equals(NO_VALUE)
                        || LOSSY.matcher(told.group("says")).matches());
    }

    /**
     * Further changes of a changed text, best first; ranges refer to that text.
     *
     * @param path of the file that is changed, relative to the project's root
     * @param error all that the compiler says of it: {@code path:line: message}
     */
    public List<Candidate> candidates(Project project, String path, String changed, String error) {
        Matcher told = ERROR.matcher(error);
        if (!fits(error) || !told.matches() || !told.group("path").equals(path)) {
            return List.of();
        }
        try (SourceSet sources =
                SourceSet.open(project, Set.of(path), Map.of(path, changed)).orElse(null)) {
            Optional<SourceFile> file = sources == null ? Optional.empty() : sources.file(path);
            if (file.isEmpty()) {
                return List.of();
            }
            Proposals proposals = new Proposals(OperatorPriors.seeded());
            int line = Integer.parseInt(told.group("line"));
            Matcher lossy = LOSSY.matcher(told.group("says"));
            if (lossy.matches()) {
                cast(file.get(), line, lossy.group("narrow"), proposals);
            } else {
                returned(file.get(), line, proposals);
            }
            return proposals.best(MOST);
        }
    }

    /** The compiler names the line of the brace that ends the method. */
    private static void returned(SourceFile file, int line, Proposals out) {
        for (MethodTree method : file.inside(file.unit(), MethodTree.class)) {
            BlockTree body = method.getBody();
            if (body != null && !body.getStatements().isEmpty() && file.lineAt(file.end(body) - 1) == line) {
                int brace = file.end(body) - 1;
                double fit = 1;
                for (String value : values(file, method, body)) {
                    String code = file.indentStep() + "return " + value + ";" + file.newLine() + file.indent(brace);
                    String why = "where nothing was returned, " + value + " is";
                    out.add(
                            Mutation.RETURN_ADDED.word(),
                            Mutation.RETURN_ADDED.prior() * fit,
                            new Rewrite(file).insert(brace, code),
                            why,
                            false);
                    fit *= 0.9;
                }
            }
        }
    }

    /** What the method knows by its end, what it returns elsewhere, and what stands for nothing. */
    private static Set<String> values(SourceFile file, MethodTree method, BlockTree body) {
        TypeMirror type = file.type(method.getReturnType());
        Set<String> values = new LinkedHashSet<>();
        List<? extends StatementTree> statements = body.getStatements();
        new VisibleNames(file)
                .at(statements.get(statements.size() - 1)).stream()
                        .filter(name -> !name.field() && file.facts().assignable(name.type(), type))
                        .limit(MOST_VARIABLES)
                        .forEach(name -> values.add(name.name()));
        for (ReturnTree other : file.inside(body, ReturnTree.class)) {
            if (other.getExpression() instanceof LiteralTree literal) {
                values.add(file.text(literal));
            }
        }
        if (file.facts().isBoolean(type)) {
            values.addAll(List.of("true", "false"));
        }
        file.facts().neutral(type).ifPresent(values::add);
        if (file.facts().isIntegral(type)) {
            values.add("-1");
        }
        return values;
    }

    private static void cast(SourceFile file, int line, String narrow, Proposals out) {
        for (StatementTree statement : file.inside(file.unit(), StatementTree.class)) {
            ExpressionTree value = statement instanceof ReturnTree back
                    ? back.getExpression()
                    : statement instanceof VariableTree variable ? variable.getInitializer() : null;
            // Its type cannot be asked for: to the compiler it is an error.
            if (value != null && file.line(value) == line) {
                String code = "(" + narrow + ") (" + file.text(value) + ")";
                out.add(
                        Mutation.CAST_ADDED.word(),
                        Mutation.CAST_ADDED.prior(),
                        new Rewrite(file).replace(value, code),
                        "what comes of it is cast to " + narrow,
                        false);
            }
        }
    }
}
