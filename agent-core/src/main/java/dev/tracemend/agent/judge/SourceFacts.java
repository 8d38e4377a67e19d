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
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
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
    private static final Set<Tree.Kind> COUNTED = EnumSet.of(
            Tree.Kind.LAMBDA_EXPRESSION,
            Tree.Kind.MEMBER_REFERENCE,
            Tree.Kind.CLASS,
            Tree.Kind.INTERFACE,
            Tree.Kind.ENUM,
            Tree.Kind.RECORD,
            Tree.Kind.SWITCH,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.ASSERT);
    static final SourceFacts NONE = new SourceFacts("", List.of(), Set.of(), Set.of(), List.of());

    /**
     * A method's body.
     *
     * @param method its name, {@code <init>} for a constructor
     * @param start offset of its first brace
     * @param end offset behind its last
     * @param plain whether the compiler makes nothing of it but the method itself
     */
    record Body(String method, long start, long end, boolean plain) {}

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
                    Writer.nullWriter(),
                    ClosedFiles.ofTheJdk(compiler),
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new SourceText(path, text)));
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
        private boolean plain;

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            plain &= tree == null || !COUNTED.contains(tree.getKind());
            return super.scan(tree, nothing);
        }

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
            boolean outer = bodies == 0;
            plain = outer ? method.getReturnType() != null : plain; // constructors start with those of other classes
            bodies++;
            super.visitMethod(method, nothing);
            bodies--;
            if (outer && method.getBody() != null && positions != null && unit != null) {
                found.add(new Body(
                        method.getName().toString(),
                        positions.getStartPosition(unit, method.getBody()),
                        positions.getEndPosition(unit, method.getBody()),
                        plain));
            }
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
