package dev.tracemend.agent.judge;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Puts a counter before every statement of sources, so that running them tells which statements a test reaches. The
 * counter also ends what loops without end.
 */
final class Probes {
    static final String CLASS = "tracemend.Probe";
    private static final String TEXT = """
            package tracemend;
            public final class Probe {
                private static boolean[] hits = new boolean[%d];
                private static int ticks;
                public static void at(int id) {
                    hits[id] = true;
                    if (++ticks > 5000000) { throw new Error("this does not end"); }
                }
                /** Notes what kind of value comes in: numbers below zero, numbers not in order. */
                public static void in(int id, Object value) {
                    try {
                        int length = value instanceof java.util.List<?> list ? list.size()
                                : value != null && value.getClass().isArray() ? java.lang.reflect.Array.getLength(value) : -1;
                        if (length < 0) {
                            hits[id] |= value instanceof Number one && one.doubleValue() < 0;
                        }
                        double before = Double.NEGATIVE_INFINITY;
                        for (int i = 0; i < Math.min(length, 200); i++) {
                            Object item = value instanceof java.util.List<?> list ? list.get(i) : java.lang.reflect.Array.get(value, i);
                            if (!(item instanceof Number number)) { hits[id] = true; hits[id + 1] = true; return; }
                            hits[id] |= number.doubleValue() < 0;
                            hits[id + 1] |= number.doubleValue() < before;
                            before = number.doubleValue();
                        }
                    } catch (RuntimeException odd) {
                        hits[id] = true;
                        hits[id + 1] = true;
                    }
                }
                public static int[] take() {
                    int[] ids = new int[hits.length];
                    int count = 0;
                    for (int i = 0; i < hits.length; i++) { if (hits[i]) { ids[count++] = i; } }
                    hits = new boolean[hits.length];
                    ticks = 0;
                    return java.util.Arrays.copyOf(ids, count);
                }
            }
            """;

    private final Map<String, String> texts = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();

    /** Stands in front of a path that is none, but a parameter: {@code #class#method/index}. */
    static final char PARAMETER = '#';

    /** Where a statement begins; or a parameter and, for its line, the kind of value: 0 below zero, 1 not in order. */
    record Place(String path, int line) {}

    private record Insertion(int at, String code) {}

    private Probes() {}

    /** Probes in these sources; a source that cannot be read stays as it is. */
    static Probes in(Map<String, String> sources) {
        Probes probes = new Probes();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler != null) {
            sources.forEach((path, text) -> probes.add(compiler, path, text));
        }
        probes.texts.put("tracemend/Probe.java", String.format(TEXT, probes.places.size() + 1));
        return probes;
    }

    /** The sources with probes, and the counter's own. */
    Map<String, String> texts() {
        return texts;
    }

    Place place(int id) {
        return places.get(id);
    }

    private void add(JavaCompiler compiler, String path, String text) {
        try {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(new SourceText(path, text)));
            for (CompilationUnitTree unit : task.parse()) {
                Marker marker = new Marker(path, unit, Trees.instance(task).getSourcePositions());
                marker.scan(unit, null);
                texts.put(path, marked(text, marker.insertions));
            }
        } catch (IOException | StackOverflowError | IllegalStateException broken) {
            texts.put(path, text);
        }
    }

    private static String marked(String text, List<Insertion> insertions) {
        StringBuilder marked = new StringBuilder(text);
        List<Insertion> ordered = new ArrayList<>(insertions);
        ordered.sort((one, other) -> Integer.compare(other.at(), one.at()));
        ordered.forEach(insertion -> marked.insert(insertion.at(), insertion.code()));
        return marked.toString();
    }

    private final class Marker extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final String path;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private String className = "";
        private final List<Insertion> insertions = new ArrayList<>();

        Marker(String path, CompilationUnitTree unit, SourcePositions positions) {
            this.path = path;
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String outer = className;
            String folder = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            className = outer.isEmpty() ? folder + type.getSimpleName() : outer + "$" + type.getSimpleName();
            super.visitClass(type, null);
            className = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            boolean plain = method.getBody() != null && !method.getName().contentEquals("<init>");
            for (int i = 0; plain && i < method.getParameters().size(); i++) {
                String name = PARAMETER + className + "#" + method.getName() + "/" + i;
                int id = places.size();
                places.add(new Place(name, 0));
                places.add(new Place(name, 1));
                String code = CLASS + ".in(" + id + ", " + method.getParameters().get(i).getName() + ");";
                insertions.add(new Insertion(start(method.getBody()) + 1, code));
            }
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
            block.getStatements().forEach(this::before);
            return super.visitBlock(block, null);
        }

        @Override
        public @Nullable Void visitCase(CaseTree one, @Nullable Void nothing) {
            if (one.getStatements() != null) {
                one.getStatements().forEach(this::before);
            }
            return super.visitCase(one, null);
        }

        @Override
        public @Nullable Void visitIf(IfTree choice, @Nullable Void nothing) {
            alone(choice.getThenStatement());
            if (choice.getElseStatement() != null) {
                alone(choice.getElseStatement());
            }
            return super.visitIf(choice, null);
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void nothing) {
            alone(loop.getStatement());
            return super.visitForLoop(loop, null);
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void nothing) {
            alone(loop.getStatement());
            return super.visitEnhancedForLoop(loop, null);
        }

        @Override
        public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void nothing) {
            alone(loop.getStatement());
            return super.visitWhileLoop(loop, null);
        }

        @Override
        public @Nullable Void visitDoWhileLoop(DoWhileLoopTree loop, @Nullable Void nothing) {
            alone(loop.getStatement());
            return super.visitDoWhileLoop(loop, null);
        }

        private void before(StatementTree statement) {
            int start = start(statement);
            boolean first = statement instanceof ExpressionStatementTree call
                    && call.getExpression().toString().matches("(this|super|[\\w.]+\\.super)\\(.*");
            if (start >= 0 && !first && !(statement instanceof ClassTree)) {
                insertions.add(new Insertion(start, probe(statement)));
            }
        }

        /** A statement that is no block gets one. */
        private void alone(StatementTree statement) {
            int start = start(statement);
            if (start >= 0 && !(statement instanceof BlockTree) && end(statement) >= start) {
                insertions.add(new Insertion(end(statement), "}"));
                insertions.add(new Insertion(start, "{" + probe(statement)));
            }
        }

        private String probe(Tree statement) {
            places.add(new Place(path, (int) unit.getLineMap().getLineNumber(start(statement))));
            return CLASS + ".at(" + (places.size() - 1) + ");";
        }

        private int start(Tree tree) {
            return (int) positions.getStartPosition(unit, tree);
        }

        private int end(Tree tree) {
            return (int) positions.getEndPosition(unit, tree);
        }
    }
}
