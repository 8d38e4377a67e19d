package dev.tracemend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code jmh [PATTERN] [JMH OPTIONS]}: the micro-benchmarks whose names match, with JMH's own options. */
@Command(name = "jmh", description = "Runs the micro-benchmarks; takes JMH's own arguments, e.g. -l to list them.")
final class JmhCommand implements Callable<Integer> {
    // All arguments, in their order: some of JMH's options have values.
    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
