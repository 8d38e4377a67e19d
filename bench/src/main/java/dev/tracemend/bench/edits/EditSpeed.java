package dev.tracemend.bench.edits;

import dev.tracemend.agent.edit.EditEngine;
import dev.tracemend.agent.edit.EditOptions;
import dev.tracemend.agent.edit.EditPlan;
import dev.tracemend.agent.edit.FileLookup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Blocks a second in a file of 2,000 lines, alone and a hundred to a reply, and the time for a file of 5 MB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EditSpeed implements FileLookup {
    private static final int BLOCKS = 100;

    private final EditEngine engine = new EditEngine();
    private byte[] small = {};
    private byte[] large = {};
    private String one = "";
    private String hundred = "";
    private String shifted = "";
    private String inLarge = "";

    /** Makes the files and the replies. */
    @Setup
    public void prepare() {
        small = lines(2_000);
        large = lines(130_000);
        one = block("small.java", 1_234, 0);
        StringBuilder all = new StringBuilder();
        StringBuilder moved = new StringBuilder();
        for (int i = 0; i < BLOCKS; i++) {
            all.append(block("small.java", 10 + i * 19, 0));
            moved.append(block("small.java", 10 + i * 19, 4));
        }
        hundred = all.toString();
        shifted = moved.toString();
        inLarge = block("large.java", 100_000, 0);
    }

    /** One reply of one block, the file read and written anew. */
    @Benchmark
    public EditPlan oneBlock() {
        return engine.plan(one, this, EditOptions.defaults());
    }

    /** A reply of a hundred blocks; the figure is for one. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public EditPlan blockOfAHundred() {
        return engine.plan(hundred, this, EditOptions.defaults());
    }

    /** The same with another indentation. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public EditPlan shiftedBlockOfAHundred() {
        return engine.plan(shifted, this, EditOptions.defaults());
    }

    /** One block in a file of 5 MB. */
    @Benchmark
    public EditPlan blockInFiveMegabytes() {
        return engine.plan(inLarge, this, EditOptions.defaults());
    }

    private static byte[] lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("        int value")
                    .append(i)
                    .append(" = compute(")
                    .append(i)
                    .append(");\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String block(String path, int line, int outdent) {
        String indent = " ".repeat(8 - outdent);
        StringBuilder search = new StringBuilder();
        for (int i = line; i < line + 3; i++) {
            search.append(indent)
                    .append("int value")
                    .append(i)
                    .append(" = compute(")
                    .append(i)
                    .append(");\n");
        }
        return path + "\n<<<<<<< SEARCH\n" + search + "=======\n"
                + search.toString().replaceFirst("compute", "recompute") + ">>>>>>> REPLACE\n";
    }

    @Override
    public Optional<byte[]> read(String path) {
        return switch (path) {
            case "small.java" -> Optional.of(small);
            case "large.java" -> Optional.of(large);
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> named() {
        return List.of("small.java", "large.java");
    }
}
