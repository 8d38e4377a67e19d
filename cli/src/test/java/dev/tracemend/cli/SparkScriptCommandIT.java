package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Needs stream-jobs packaged, as `mvn verify` leaves it. */
class SparkScriptCommandIT {
    @Test
    void printsACommandForAShellThatNamesTheJobAndWhatSparkDoesNotBring() {
        StringWriter out = new StringWriter();

        int code = new CommandLine(new SparkScriptCommand(Path.of("..")))
                .setOut(new PrintWriter(out, true))
                .execute("--bootstrap", "kafka:9092", "--checkpoint", "hdfs:///a b", "--master", "yarn");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("spark-submit \\\n  --master yarn --deploy-mode cluster")
                .contains("--class dev.tracemend.streams.spark.SparkWindowJob", "kafka-clients-", "'hdfs:///a b'")
                .doesNotContain("spark-core", ".py");
    }
}
