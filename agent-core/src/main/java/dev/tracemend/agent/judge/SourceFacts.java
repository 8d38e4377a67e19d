package dev.tracemend.agent.judge;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a source says without being compiled.
 *
 * @param surface what other files can depend on: types and members without their bodies, constants with their values
 * @param catches the exception types of its catch clauses, one entry a clause
 * @param bodies of its methods, but not of those within others
 */
record SourceFacts(String surface, List<String> catches, Set<String> texts, Set<String> numbers, List<Body> bodies) {
    static final SourceFacts NONE = new SourceFacts("", List.of(), Set.of(), Set.of(), List.of());

    /** Where a method's body stands: offsets of its first brace and behind its last. */
    record Body(long start, long end) {}

    /** Whether a stretch of the text lies inside one method's body. */
    boolean inBody(int start, int end) {
        return bodies.stream().anyMatch(body -> body.start() < start && end < body.end());
    }

    /** Parses a text; broken sources give what could be read. */
    static SourceFacts of(String path, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return NONE;
        }
        Scanner scanner = new Scanner();
        try {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(new SourceText(path, text)));
            scanner.positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                scanner.unit = unit;
                scanner.scan(unit, null);
            }
        } catch (IOException | StackOverflowError | IllegalStateException broken) {
            // Nothing is done on these facts alone: the compiler itself breaks on such a text, too.
            return NONE;
        }
        return new SourceFacts(
                scanner.surface.toString(), scanner.catches, scanner.texts, scanner.numbers, scanner.found);
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final StringBuilder surface = new StringBuilder();
        private final List<String> catches = new ArrayList<>();
        private final Set<String> texts = new LinkedHashSet<>();
        private final Set<String> numbers = new LinkedHashSet<>();
        private final List<Body> found = new ArrayList<>();
        private @Nullable SourcePositions positions;
        private @Nullable CompilationUnitTree unit;
        private int bodies;

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (bodies == 0) {
                surface.append(type.getModifiers()).append(type.getKind()).append(type.getSimpleName());
                surface.append(type.getTypeParameters()).append(type.getExtendsClause());
                surface.append(type.getImplementsClause()).append("{\n");
            }
            super.visitClass(type, nothing);
            surface.append(bodies == 0 ? "}\n" : "");
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            boolean open = !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            if (bodies == 0 && open) {
                surface.append(method.getModifiers()).append(method.getTypeParameters());
                surface.append(method.getReturnType()).append(method.getName()).append(method.getParameters());
                surface.append(method.getThrows())
                        .append(method.getDefaultValue())
                        .append('\n');
            }
            if (bodies == 0 && method.getBody() != null && positions != null && unit != null) {
                found.add(new Body(
                        positions.getStartPosition(unit, method.getBody()),
                        positions.getEndPosition(unit, method.getBody())));
            }
            bodies++;
            super.visitMethod(method, nothing);
            bodies--;
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            Set<Modifier> flags = variable.getModifiers().getFlags();
            if (bodies == 0 && !flags.contains(Modifier.PRIVATE)) {
                surface.append(variable.getModifiers())
                        .append(variable.getType())
                        .append(variable.getName());
                surface.append(flags.contains(Modifier.FINAL) ? variable.getInitializer() : "")
                        .append('\n');
            }
            bodies++;
            super.visitVariable(variable, nothing);
            bodies--;
            return null;
        }

        @Override
        public @Nullable Void visitCatch(CatchTree clause, @Nullable Void nothing) {
            catches.add(String.valueOf(clause.getParameter().getType()));
            return super.visitCatch(clause, nothing);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            Object value = literal.getValue();
            if (literal.getKind() == Tree.Kind.STRING_LITERAL || literal.getKind() == Tree.Kind.CHAR_LITERAL) {
                texts.add(String.valueOf(value));
            } else if (value instanceof Number) {
                numbers.add(String.valueOf(value));
            }
            return null;
        }
    }
}
