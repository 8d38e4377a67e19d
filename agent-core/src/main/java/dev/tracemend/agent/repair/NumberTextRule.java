package dev.tracemend.agent.repair;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are not quite numbers: white space, grouping signs, nothing at all, or too large. */
final class NumberTextRule implements CrashRule {
    private static final Pattern OFFENDER = Pattern.compile(
            "(?s)(?:For input string: |Cannot parse [\\w ]{0,20}: )\"(.*)\"(?: under radix \\d+)?(?: .*)?");
    private static final Pattern PARSER = Pattern.compile("parse(?:Int|Long|Double|Float|Short|Byte)|valueOf|decode");
    private static final Pattern NUMBER_CLASS =
            Pattern.compile("java\\.(?:lang\\.(?:Integer|Long|Double|Float|Short|Byte)|math\\.Big(?:Decimal|Integer))");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("NumberFormatException");
    }

    /** A call that reads a number from a text. */
    private record Parse(SourceFile file, ExpressionTree call, ExpressionTree text) {}

    @Override
    public void propose(Scene scene, Proposals out) {
        String message = scene.crash().message();
        Matcher matcher = OFFENDER.matcher(message);
        Optional<String> offender = matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        boolean absent = offender.isEmpty() && message.contains("null");
        boolean blank = absent
                || message.contains("empty")
                || offender.map(String::isBlank).orElse(false);
        for (Parse parse : parses(scene.site())) {
            if (!absent) {
                clean(parse, offender, out);
            }
            instead(parse, blank ? 1.1 : offender.isPresent() ? 0.4 : 0.7, absent, out);
            if (offender.isPresent()) {
                kind(parse, offender.get().strip(), out);
            }
        }
    }

    private static List<Parse> parses(Spot spot) {
        List<Parse> parses = new ArrayList<>();
        SourceFile file = spot.file();
        for (ExpressionTree node : spot.all(ExpressionTree.class)) {
            List<? extends ExpressionTree> arguments = List.of();
            if (node instanceof MethodInvocationTree call
                    && PARSER.matcher(Siblings.name(call)).matches()) {
                arguments = call.getArguments();
            } else if (node instanceof NewClassTree creation
                    && NUMBER_CLASS.matcher(file.facts().name(file.type(node))).matches()) {
                arguments = creation.getArguments();
            }
            if (!arguments.isEmpty() && file.facts().isString(file.type(arguments.get(0)))) {
                parses.add(new Parse(file, node, arguments.get(0)));
            }
        }
        return parses;
    }

    /** Takes away what is no part of the number. */
    private static void clean(Parse parse, Optional<String> offender, Proposals out) {
        SourceFile file = parse.file();
        String text = operand(file, parse.text());
        boolean strip = file.text().contains(".strip()") && !file.text().contains(".trim()");
        String trim = strip ? ".strip()" : ".trim()";
        double padded =
                offender.map(found -> found.equals(found.strip()) ? 0.3 : 1.0).orElse(0.8);
        if (!file.text(parse.text()).matches("(?s).*\\.(?:trim|strip)\\(\\)")) {
            out.cause(
                    Operator.TRIM,
                    new Rewrite(file).replace(parse.text(), text + trim),
                    padded,
                    "white space around a number means nothing");
        }
        for (Map.Entry<String, String> each : cleanings(offender.orElse("")).entrySet()) {
            String code = text + each.getKey() + (padded == 1.0 ? trim : "");
            out.cause(Operator.REMOVE_GROUPING, new Rewrite(file).replace(parse.text(), code), 1, each.getValue());
        }
    }

    private static Map<String, String> cleanings(String offender) {
        Map<String, String> cleanings = new LinkedHashMap<>();
        String bare = offender.strip();
        for (String sign : List.of(",", "_", "'", " ", "\u00a0")) {
            if (bare.contains(sign) && bare.replace(sign, "").matches("[+-]?\\d+(?:\\.\\d+)?")) {
                String written = sign.equals("\u00a0") ? "\\u00a0" : sign;
                cleanings.put(
                        ".replace(\"" + written + "\", \"\")",
                        "the sign between groups of digits is no part of the number");
            }
        }
        if (bare.matches("[+-]?\\d+,\\d{1,2}")) {
            cleanings.put(".replace(',', '.')", "the comma is a decimal point here");
        }
        Matcher unit = Pattern.compile(
                        "([^\\d+.,\\s\\\\\"-]{0,4})\\s?[+-]?\\d+(?:\\.\\d+)?\\s?([^\\d.,\\s\\\\\"]{0,4})")
                .matcher(bare);
        if (unit.matches() && unit.group(1).isEmpty() != unit.group(2).isEmpty()) {
            String sign = unit.group(1) + unit.group(2);
            cleanings.put(".replace(\"" + sign + "\", \"\").trim()", "the unit " + sign + " is no part of the number");
        }
        return cleanings;
    }

    static String operand(SourceFile file, Tree tree) {
        boolean simple = tree instanceof IdentifierTree
                || tree instanceof MemberSelectTree
                || tree instanceof MethodInvocationTree
                || tree instanceof ArrayAccessTree
                || tree instanceof LiteralTree
                || tree instanceof ParenthesizedTree;
        return simple ? file.text(tree) : "(" + file.text(tree) + ")";
    }

    /** A default where there is no text at all, as the class's other parsing has it. */
    private static void instead(Parse parse, double fit, boolean absent, Proposals out) {
        SourceFile file = parse.file();
        if (!NullUse.repeatable(parse.text())) {
            return;
        }
        String text = file.text(parse.text());
        String blank = (absent ? text + " == null || " : "") + text + ".isBlank()";
        for (Map.Entry<String, Double> each : defaults(parse).entrySet()) {
            Rewrite rewrite = new Rewrite(file);
            String choice = blank + " ? " + rewrite.code(each.getKey()) + " : " + file.text(parse.call());
            Tree parent = file.parent(parse.call()).orElse(parse.call());
            boolean alone = parent instanceof ReturnTree || parent instanceof VariableTree;
            rewrite.replace(parse.call(), alone ? choice : "(" + choice + ")");
            String why = "where " + text + " says nothing, " + each.getKey() + " is meant";
            out.add(Operator.BLANK_DEFAULT, rewrite, fit * each.getValue(), why, fit < 0.5);
        }
        new Guards(out)
                .propose(new Guards.Ask(
                        file,
                        parse.call(),
                        blank,
                        List.of(parse.text()),
                        Operator.BLANK_DEFAULT,
                        fit * 0.8,
                        true,
                        text + " may say nothing"));
    }

    private static Map<String, Double> defaults(Parse parse) {
        SourceFile file = parse.file();
        Map<String, Double> defaults = new LinkedHashMap<>();
        Siblings.of(file, parse.call()).ifPresent(siblings -> {
            for (ConditionalExpressionTree choice : file.inside(siblings.type(), ConditionalExpressionTree.class)) {
                Tree other = choice.getTrueExpression();
                boolean parsed =
                        PARSER.matcher(name(choice.getFalseExpression())).matches();
                boolean blank = file.text(choice.getCondition()).matches("(?s).*(?:isBlank|isEmpty|== null).*");
                if (parsed && blank && siblings.portable(other)) {
                    defaults.put(file.text(other), 1.0);
                }
            }
        });
        file.facts().neutral(file.type(parse.call())).ifPresent(neutral -> defaults.putIfAbsent(neutral, 0.85));
        return defaults;
    }

    private static String name(Tree tree) {
        return SourceFile.bare(tree) instanceof MethodInvocationTree call ? Siblings.name(call) : "";
    }

    /** Numbers of another kind than the parser reads: with a fraction, or too large for an int. */
    private static void kind(Parse parse, String offender, Proposals out) {
        SourceFile file = parse.file();
        String called = file.text(parse.call());
        String text = file.text(parse.text());
        boolean whole = called.startsWith("Integer.") || called.startsWith("Long.");
        if (whole && offender.matches("[+-]?\\d*\\.\\d+(?:[eE][+-]?\\d+)?|[+-]?\\d+\\.")) {
            String type = called.startsWith("Integer.") ? "int" : "long";
            Rewrite rewrite =
                    new Rewrite(file).replace(parse.call(), "(" + type + ") Double.parseDouble(" + text + ")");
            out.cause(Operator.DECIMAL_TEXT, rewrite, 1, "the text has a fraction, a whole number is wanted");
        }
        if (whole && offender.matches("0[xX][0-9a-fA-F]+|#[0-9a-fA-F]+")) {
            String type = called.substring(0, called.indexOf('.'));
            Rewrite rewrite = new Rewrite(file).replace(parse.call(), type + ".decode(" + text + ")");
            out.cause(Operator.DECIMAL_TEXT, rewrite, 1, "the text is a hexadecimal number");
        }
        if (called.startsWith("Integer.") && offender.matches("[+-]?\\d{10,18}")) {
            wider(parse, text, out);
        }
    }

    private static void wider(Parse parse, String text, Proposals out) {
        SourceFile file = parse.file();
        Rewrite rewrite = new Rewrite(file).replace(parse.call(), "Long.parseLong(" + text + ")");
        Tree parent = file.parent(parse.call()).orElse(parse.call());
        if (parent instanceof VariableTree variable
                && variable.getType() != null
                && file.text(variable.getType()).equals("int")) {
            rewrite.replace(variable.getType(), "long");
        } else if (parent instanceof ReturnTree
                && file.callable(parent).orElse(null) instanceof MethodTree method
                && file.text(method.getReturnType()).equals("int")) {
            rewrite.replace(method.getReturnType(), "long");
        }
        out.cause(Operator.WIDER_NUMBER, rewrite, 1, "the number is larger than an int can hold");
    }
}
