package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Needs stream-jobs packaged, as `mvn verify` leaves it. */
class SparkScriptCommandIT {
    private final StringWriter out = new StringWriter();

    @Test
    void printsACommandForAShellThatNamesTheJobAndWhatSparkDoesNotBring() {
        assertThat(run("--bootstrap", "kafka:9092", "--checkpoint", "hdfs:///a b", "--master", "yarn"))
                .isZero();
        assertThat(out.toString())
                .startsWith("spark-submit \\\n  --master yarn --deploy-mode cluster")
                .contains("--class dev.tracemend.streams.spark.SparkWindowJob", "kafka-clients-", "'hdfs:///a b'")
                .doesNotContain("spark-core", ".py", "--grouping");
    }

    @Test
    void handsTheRulesOnAndRefusesWhatNoClusterTakes() {
        assertThat(run("--emit", "first", "--grouping", "/etc/my rules.txt")).isZero();
        assertThat(out.toString()).contains("--emit first --grouping '/etc/my rules.txt'");

        assertThat(CommandRun.of("spark-script", "--master", "foo"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(3))
                .satisfies(run -> assertThat(run.err()).contains("--master foo", "spark://HOST:PORT"));
        assertThat(CommandRun.of("spark-script", "--emit", "never").exit()).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new SparkScriptCommand(Path.of("..")))
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
