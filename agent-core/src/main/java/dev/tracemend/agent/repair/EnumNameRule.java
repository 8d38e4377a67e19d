package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** A constant's name in another spelling. */
final class EnumNameRule implements CrashRule {
    private static final Pattern MESSAGE = Pattern.compile("(?s)No enum constant (.*)");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("IllegalArgumentException")
                && MESSAGE.matcher(crash.message()).matches();
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Matcher matcher = MESSAGE.matcher(scene.crash().message());
        if (!matcher.matches()) {
            return;
        }
        SourceFile file = scene.site().file();
        for (MethodInvocationTree call : scene.site().all(MethodInvocationTree.class)) {
            if (Siblings.name(call).equals("valueOf")
                    && file.type(call) instanceof DeclaredType type
                    && type.asElement().getKind() == ElementKind.ENUM) {
                String prefix = file.facts().name(type) + ".";
                String said = matcher.group(1);
                String name = said.startsWith(prefix)
                        ? said.substring(prefix.length())
                        : said.substring(said.lastIndexOf('.') + 1);
                spelling(file, call, constants(type), name, out);
            }
        }
    }

    private static List<String> constants(DeclaredType type) {
        return type.asElement().getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
    }

    private static void spelling(
            SourceFile file, MethodInvocationTree call, List<String> constants, String name, Proposals out) {
        ExpressionTree text = call.getArguments().get(call.getArguments().size() - 1);
        String upper = ".toUpperCase(java.util.Locale.ROOT)";
        String normal = name.strip().toUpperCase(Locale.ROOT);
        String joined = normal.replace('-', '_').replace(' ', '_');
        if (constants.contains(name.strip())) {
            turn(file, text, ".trim()", 1, out);
            turn(file, text, ".trim()" + upper, 0.9, out);
        } else if (constants.contains(normal)) {
            boolean padded = !name.equals(name.strip());
            turn(file, text, upper, padded ? 0 : 1, out);
            turn(file, text, ".trim()" + upper, padded ? 1 : 0.95, out);
        } else if (constants.contains(joined)) {
            String sign = normal.contains("-") ? "'-'" : "' '";
            turn(file, text, ".trim()" + upper + ".replace(" + sign + ", '_')", 1, out);
        } else {
            nearest(constants, joined).ifPresent(constant -> alias(file, call, text, name, constant, out));
        }
    }

    private static void turn(SourceFile file, ExpressionTree text, String turn, double fit, Proposals out) {
        if (fit > 0) {
            Rewrite rewrite = new Rewrite(file);
            rewrite.replace(text, NumberTextRule.operand(file, text) + rewrite.code(turn));
            out.cause(Operator.ENUM_CASE, rewrite, fit, "the name is a constant's in another spelling");
        }
    }

    private static void alias(
            SourceFile file,
            MethodInvocationTree call,
            ExpressionTree text,
            String name,
            String constant,
            Proposals out) {
        if (!name.matches("[\\w -]{1,60}") || !NullUse.repeatable(text)) {
            return;
        }
        String type = file.facts().name(file.type(call));
        Rewrite rewrite = new Rewrite(file);
        String choice = "\"" + name.strip() + "\".equalsIgnoreCase(" + file.text(text) + ".trim()) ? "
                + rewrite.type(type) + "." + constant + " : " + file.text(call);
        Tree parent = file.parent(call).orElse(call);
        boolean alone = parent instanceof ReturnTree || parent instanceof VariableTree;
        rewrite.replace(call, alone ? choice : "(" + choice + ")");
        out.cause(Operator.ENUM_ALIAS, rewrite, 1, name + " is another spelling of " + constant);
    }

    private static Optional<String> nearest(List<String> constants, String name) {
        int allowed = Math.min(2, name.length() / 3);
        return constants.stream()
                .filter(constant -> Math.abs(constant.length() - name.length()) <= allowed)
                .filter(constant -> LevenshteinDistance.getDefaultInstance().apply(constant, name) <= allowed)
                .findFirst();
    }
}
