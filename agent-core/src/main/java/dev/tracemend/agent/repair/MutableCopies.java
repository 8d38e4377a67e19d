package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Makes {@code new ArrayList<>(…)} of an expression that gives a collection nobody may change. */
final class MutableCopies {
    private static final Pattern IMMUTABLE =
            Pattern.compile("(?s)(?:java\\.util\\.)?(?:(?:List|Set|Map)\\.(?:of|copyOf|ofEntries)"
                    + "|Collections\\.(?:unmodifiable|empty|singleton|nCopies|synchronized)\\w*|Arrays\\.asList)\\(.*"
                    + "|.*\\.toList\\(\\)|.*\\.collect\\(.*(?:toUnmodifiable\\w+|toList|toSet|toMap)\\(.*");
    private static final Pattern EMPTY =
            Pattern.compile("(?:java\\.util\\.)?(?:(?:List|Set|Map)\\.of|Collections\\.empty\\w+)\\(\\s*\\)");
    private static final Pattern VIEW =
            Pattern.compile("(?s)(?:java\\.util\\.)?(?:(?:List|Set|Map)\\.copyOf|Collections\\.unmodifiable\\w+)\\(.*");

    private final Proposals out;

    MutableCopies(Proposals out) {
        this.out = out;
    }

    static boolean makesImmutable(SourceFile file, MethodInvocationTree call) {
        return IMMUTABLE.matcher(file.text(call)).matches();
    }

    void propose(SourceFile file, ExpressionTree made, double fit) {
        String type = mutable(file, file.type(made));
        if (type.isEmpty()) {
            return;
        }
        String text = file.text(made);
        String inner = text;
        if (EMPTY.matcher(text).matches()) {
            inner = "";
        } else if (VIEW.matcher(text).matches()
                && made instanceof MethodInvocationTree call
                && call.getArguments().size() == 1) {
            inner = file.text(call.getArguments().get(0));
        }
        Rewrite rewrite = new Rewrite(file);
        rewrite.replace(made, "new " + rewrite.type(type) + "<>(" + inner + ")");
        out.cause(
                Operator.MUTABLE_COPY,
                rewrite,
                fit,
                "what " + text.lines().findFirst().orElse(text) + " gives cannot be changed; a copy can");
    }

    private static String mutable(SourceFile file, @Nullable TypeMirror type) {
        TypeFacts facts = file.facts();
        if (facts.is(type, "java.util.SortedMap")) {
            return "java.util.TreeMap";
        }
        if (facts.isMap(type)) {
            return "java.util.HashMap";
        }
        if (facts.is(type, "java.util.SortedSet")) {
            return "java.util.TreeSet";
        }
        if (facts.is(type, "java.util.Set")) {
            return "java.util.HashSet";
        }
        return facts.isCollection(type) ? "java.util.ArrayList" : "";
    }
}
