package dev.tracemend.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code jmh [PATTERN] [JMH OPTIONS]}: the micro-benchmarks whose names match, with JMH's own options. */
@Command(name = "jmh", description = "Runs the micro-benchmarks; takes JMH's own arguments, e.g. -l to list them.")
final class JmhCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ARG", description = "Passed to JMH as they are.")
    private List<String> arguments = List.of();

    @Unmatched
    private List<String> options = List.of();

    @Override
    public Integer call() throws Exception {
        Main.main(java.util.stream.Stream.concat(arguments.stream(), options.stream())
                .toArray(String[]::new));
        return 0;
    }
}
