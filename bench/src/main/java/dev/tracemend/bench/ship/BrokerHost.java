package dev.tracemend.bench.ship;

import dev.tracemend.broker.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A broker in a process of its own, so that its work is not counted with anybody's; ends with its input. */
public final class BrokerHost implements AutoCloseable {
    private final Process process;
    private final String bootstrap;

    private BrokerHost(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /** Serves from a folder until standard input ends. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), 0)) {
            System.out.println("serves at " + broker.bootstrap());
            while (System.in.read() >= 0) {
                System.out.flush();
            }
        }
        System.exit(0);
    }

    /** Starts one with its data in a folder. */
    public static BrokerHost start(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerHost.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Optional<String> address = out.lines()
                .filter(line -> line.startsWith("serves at "))
                .map(line -> line.substring("serves at ".length()))
                .findFirst();
        return new BrokerHost(
                process, address.orElseThrow(() -> new IllegalStateException("the broker did not start in " + data)));
    }

    /** Where it serves. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
