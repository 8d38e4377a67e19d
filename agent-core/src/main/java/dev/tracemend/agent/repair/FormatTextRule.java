package dev.tracemend.agent.repair;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A format asks for another kind of value than it is given: {@code %d} for a fraction, or a bare {@code %}. */
final class FormatTextRule implements CrashRule {
    private static final Pattern MISMATCH = Pattern.compile("([a-zA-Z]) != ([\\w.$]{1,200})");
    private static final Pattern FLAGS = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?([a-zA-Z])");
    private static final Set<String> FRACTIONS = Set.of("java.lang.Double", "java.lang.Float", "java.math.BigDecimal");
    private static final Set<String> WHOLE =
            Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Byte", "java.math.BigInteger");

    @Override
    public boolean fits(Crash crash) {
        return crash.is(
                "IllegalFormatConversionException",
                "UnknownFormatConversionException",
                "MissingFormatArgumentException",
                "FormatFlagsConversionMismatchException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Spot spot = scene.site();
        Matcher mismatch = MISMATCH.matcher(scene.crash().message());
        for (LiteralTree literal : spot.all(LiteralTree.class)) {
            boolean format = literal.getValue() instanceof String && isFormat(spot.file(), literal);
            if (format && mismatch.reset().find()) {
                conversion(spot, literal, mismatch.group(1), mismatch.group(2), out);
            } else if (format) {
                percent(spot, literal, out);
            }
        }
    }

    /** Whether a text, or what it is a part of, is what a call formats with. */
    private static boolean isFormat(SourceFile file, LiteralTree literal) {
        Tree at = literal;
        Tree up = file.parent(at).orElse(at);
        while (up instanceof BinaryTree || up instanceof ParenthesizedTree) {
            at = up;
            up = file.parent(at).orElse(at);
            if (up == at) {
                return false;
            }
        }
        Tree call = up instanceof MemberSelectTree ? file.parent(up).orElse(up) : up;
        return call instanceof MethodInvocationTree made && Siblings.name(made).matches("format|printf|formatted");
    }

    private static void conversion(Spot spot, LiteralTree literal, String asked, String given, Proposals out) {
        SourceFile file = spot.file();
        String written = file.text(literal);
        Matcher each = FLAGS.matcher(written);
        while (each.find()) {
            if (each.group(2).equals(asked)) {
                String meant = FRACTIONS.contains(given)
                        ? (each.group(1) == null ? places(file) : "") + "f"
                        : WHOLE.contains(given) ? "d" : "s";
                int from = WHOLE.contains(given) && each.group(1) != null ? each.start(1) : each.start(2);
                Rewrite rewrite =
                        new Rewrite(file).replace(file.start(literal) + from, file.start(literal) + each.end(2), meant);
                String why = "%" + asked + " cannot show a " + given.substring(given.lastIndexOf('.') + 1);
                out.cause(Operator.FORMAT_KIND, rewrite, spot.weight(), why);
            }
        }
    }

    /** As many places as the file's other fractions have. */
    private static String places(SourceFile file) {
        Matcher other = FLAGS.matcher(file.text());
        while (other.find()) {
            if (other.group(1) != null && other.group(2).equals("f")) {
                return other.group(1);
            }
        }
        return "";
    }

    private static void percent(Spot spot, LiteralTree literal, Proposals out) {
        SourceFile file = spot.file();
        String written = file.text(literal);
        String doubled = written.replaceAll("%(?=[\\s\"')\\]]|\\\\n|$)", "%%").replace("%%%%", "%%");
        if (!doubled.equals(written)) {
            Rewrite rewrite = new Rewrite(file).replace(literal, doubled);
            out.cause(Operator.FORMAT_KIND, rewrite, spot.weight(), "a percent sign is written %% in a format");
        }
    }
}
