package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are dates, but of another shape than the parser reads. */
final class DateTextRule implements CrashRule {
    private static final Pattern OFFENDER = Pattern.compile("(?s)Text '(.*)' could not be parsed.*");
    private static final Map<String, String> PATTERNS = Map.of(
            "\\d{4}/\\d{2}/\\d{2}", "yyyy/MM/dd",
            "\\d{2}\\.\\d{2}\\.\\d{4}", "dd.MM.yyyy",
            "\\d{1,2}\\.\\d{1,2}\\.\\d{4}", "d.M.yyyy",
            "\\d{2}/\\d{2}/\\d{4}", "dd/MM/yyyy",
            "\\d{2}-\\d{2}-\\d{4}", "dd-MM-yyyy",
            "\\d{8}", "yyyyMMdd");

    @Override
    public boolean fits(Crash crash) {
        return crash.is("DateTimeParseException");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        Matcher matcher = OFFENDER.matcher(scene.crash().message());
        String offender = matcher.matches() ? matcher.group(1) : "";
        SourceFile file = scene.site().file();
        for (MethodInvocationTree call : scene.site().all(MethodInvocationTree.class)) {
            if (Siblings.name(call).equals("parse")
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && !call.getArguments().isEmpty()
                    && file.facts().name(file.type(call)).startsWith("java.time.")) {
                text(file, call, offender, out);
                kind(file, call, select, offender, out);
                format(file, call, offender, out);
            }
        }
    }

    private static void text(SourceFile file, MethodInvocationTree call, String offender, Proposals out) {
        ExpressionTree text = call.getArguments().get(0);
        String code = NumberTextRule.operand(file, text);
        double padded = offender.equals(offender.strip()) ? 0.3 : 1;
        out.cause(
                Operator.TRIM,
                new Rewrite(file).replace(text, code + ".trim()"),
                padded,
                "white space around a date means nothing");
        if (offender.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}.*")) {
            Rewrite rewrite = new Rewrite(file).replace(text, code + ".replace(' ', 'T')");
            out.cause(Operator.DATE_SHAPE, rewrite, 1, "a blank stands where the parser wants a T");
        }
        if (offender.matches("\\d{4}/\\d{2}/\\d{2}.*")) {
            Rewrite rewrite = new Rewrite(file).replace(text, code + ".replace('/', '-')");
            out.cause(Operator.DATE_SHAPE, rewrite, 1, "slashes stand where the parser wants hyphens");
        }
        if (offender.isBlank() && NullUse.repeatable(text)) {
            new Guards(out)
                    .propose(new Guards.Ask(
                            file,
                            call,
                            code + ".isBlank()",
                            java.util.List.of(text),
                            Operator.BLANK_DEFAULT,
                            1,
                            true,
                            code + " may say nothing"));
        }
    }

    /** A date where a time is wanted, and the other way round. */
    private static void kind(
            SourceFile file, MethodInvocationTree call, MemberSelectTree select, String offender, Proposals out) {
        String wanted = file.text(select.getExpression());
        String arguments = file.text().substring(file.end(select), file.end(call));
        Map<String, String> other = new LinkedHashMap<>();
        boolean zoned = offender.matches(".*(?:Z|[+-]\\d{2}:\\d{2})");
        if (wanted.endsWith("LocalDate") && offender.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
            other.put(zoned ? "java.time.OffsetDateTime" : "java.time.LocalDateTime", ".toLocalDate()");
        } else if (wanted.endsWith("LocalDateTime") && offender.matches("\\d{4}-\\d{2}-\\d{2}")) {
            other.put("java.time.LocalDate", ".atStartOfDay()");
        } else if (wanted.endsWith("LocalDateTime") && zoned) {
            other.put("java.time.OffsetDateTime", ".toLocalDateTime()");
        } else if (wanted.endsWith("Instant") && zoned) {
            other.put("java.time.OffsetDateTime", ".toInstant()");
        } else if (wanted.endsWith("Instant") && offender.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+")) {
            other.put("java.time.LocalDateTime", ".toInstant(java.time.ZoneOffset.UTC)");
        }
        other.forEach((type, turn) -> {
            Rewrite rewrite = new Rewrite(file);
            rewrite.replace(call, rewrite.type(type) + ".parse" + arguments + rewrite.code(turn));
            out.cause(Operator.DATE_SHAPE, rewrite, 1, "the text is a " + type.substring(type.lastIndexOf('.') + 1));
        });
    }

    private static void format(SourceFile file, MethodInvocationTree call, String offender, Proposals out) {
        ExpressionTree text = call.getArguments().get(0);
        int end = file.end(call.getArguments().get(call.getArguments().size() - 1));
        Siblings.of(file, call).ifPresent(siblings -> siblings.type().getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> file.facts().is(file.type(field.getType()), "java.time.format.DateTimeFormatter"))
                .filter(field -> !uses(call, field))
                .forEach(field -> {
                    Rewrite rewrite = new Rewrite(file).replace(file.end(text), end, ", " + field.getName());
                    out.cause(
                            Operator.SIBLING_FORMAT, rewrite, 1, "the class reads such texts with " + field.getName());
                }));
        PATTERNS.forEach((shape, pattern) -> {
            if (offender.strip().matches(shape)) {
                Rewrite rewrite = new Rewrite(file);
                String formatter = rewrite.type("java.time.format.DateTimeFormatter");
                rewrite.replace(file.end(text), end, ", " + formatter + ".ofPattern(\"" + pattern + "\")");
                out.cause(Operator.DATE_SHAPE, rewrite, 0.9, "the text has the shape " + pattern);
            }
        });
    }

    private static boolean uses(MethodInvocationTree call, VariableTree field) {
        return call.getArguments().stream()
                .map(Tree.class::cast)
                .anyMatch(each ->
                        each instanceof IdentifierTree name && name.getName().equals(field.getName()));
    }
}
