package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import javax.lang.model.element.Element;

/** A text that is no pattern is taken for one: it is meant letter for letter. */
final class PatternTextRule implements CrashRule {

    @Override
    public boolean fits(Crash crash) {
        return crash.is("PatternSyntaxException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        for (Spot spot : scene.spots()) {
            for (MethodInvocationTree call : spot.all(MethodInvocationTree.class)) {
                boolean takesPattern =
                        Siblings.name(call).matches("compile|matches|split|replaceAll|replaceFirst|splitAsStream");
                Element method = spot.file().element(call);
                boolean known = method != null
                        && String.valueOf(method.getEnclosingElement())
                                .matches("java\\.lang\\.String|java\\.util\\.regex\\.Pattern");
                if (takesPattern && known && !call.getArguments().isEmpty()) {
                    quote(spot, call.getArguments().get(0), out);
                }
            }
        }
    }

    private static void quote(Spot spot, ExpressionTree text, Proposals out) {
        SourceFile file = spot.file();
        if (!file.facts().isString(file.type(text)) || file.text(text).contains("quote(")) {
            return;
        }
        Rewrite rewrite = new Rewrite(file);
        String quoted = rewrite.type("java.util.regex.Pattern") + ".quote(" + file.text(text) + ")";
        double fit = text instanceof LiteralTree ? 0.9 : 1;
        out.cause(
                Operator.QUOTE_PATTERN,
                rewrite.replace(text, quoted),
                fit * spot.weight(),
                "the text is meant letter for letter, not as a pattern");
    }
}
