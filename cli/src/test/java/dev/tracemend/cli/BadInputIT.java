package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one message that names the place and the remedy, and an exit code that says which kind it was. */
@ExtendWith(BrokerExtension.class)
class BadInputIT {
    @TempDir
    private Path home;

    @Test
    void aMissingWorkspace(EmbeddedBroker broker) throws Exception {
        refused(3, List.of("no-such-dir"), "worker", "--workspace", "no-such-dir", "--bootstrap", broker.bootstrap());
        refused(3, List.of("no-such-dir"), "up", "--workspace", "no-such-dir", "--logs", "x.log");
        refused(3, List.of("--workspace", "--logs"), "up");
    }

    @Test
    void aWorkspaceThatIsNoGitCheckout(EmbeddedBroker broker) throws Exception {
        Path plain = Files.createDirectories(home.resolve("plain"));
        refused(
                3,
                List.of("plain", "git"),
                "worker",
                "--workspace",
                plain.toString(),
                "--bootstrap",
                broker.bootstrap());
    }

    @Test
    void aBrokerThatIsNotThere() throws Exception {
        String nobody = "127.0.0.1:" + TracemendProcess.freePort();
        refused(4, List.of(nobody, "--bootstrap"), "results", "--bootstrap", nobody);
        refused(4, List.of(nobody, "--bootstrap"), "topics", "--bootstrap", nobody);
        refused(4, List.of(nobody, "--bootstrap"), "tail", "--logs", "x.log", "--bootstrap", nobody);
        refused(4, List.of(nobody, "--bootstrap"), "status", "--bootstrap", nobody);
    }

    @Test
    void aPortInUse(EmbeddedBroker broker) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            refused(3, List.of(port, "--kafka-port"), "demo", "--once", "--kafka-port", port);
            refused(3, List.of(port, "--port"), "status", "--port", port, "--bootstrap", broker.bootstrap());
        }
    }

    @Test
    void aPortThatCannotBe(EmbeddedBroker broker) throws Exception {
        refused(3, List.of("--port 70000", "65535"), "status", "--port", "70000", "--bootstrap", broker.bootstrap());
        refused(3, List.of("--port 70000", "65535"), "demo", "--port", "70000");
        refused(3, List.of("--kafka-port 0", "65535"), "demo", "--kafka-port", "0");
        refused(3, List.of("--workers -1"), "demo", "--workers", "-1");
    }

    @Test
    void aBrokerWhoseNameNobodyKnows() throws Exception {
        refused(4, List.of("nowhere.invalid:9092", "--bootstrap"), "results", "--bootstrap", "nowhere.invalid:9092");
    }

    @Test
    void anUnknownFlagOrCommand() throws Exception {
        refused(2, List.of("--frobnicate"), "demo", "--frobnicate");
        refused(2, List.of("dem0"), "dem0");
    }

    @Test
    void anUnreadableLog(EmbeddedBroker broker) throws Exception {
        Path folder = Files.createDirectories(home.resolve("a-folder.log"));
        refused(
                3,
                List.of(folder.getFileName().toString()),
                "tail",
                "--logs",
                folder.toString(),
                "--bootstrap",
                broker.bootstrap());
    }

    @Test
    void aTopicNameThatCannotBe(EmbeddedBroker broker) throws Exception {
        refused(3, List.of("a-z"), "results", "--topic", "My.Topic", "--bootstrap", broker.bootstrap());
    }

    private void refused(int exit, List<String> words, String... arguments) throws InterruptedException {
        try (TracemendProcess command = TracemendProcess.start(home, arguments)) {
            int code = command.await(Duration.ofSeconds(60));
            String said = command.stderr();
            assertThat(code).as(said).isEqualTo(exit);
            assertThat(said).contains(words).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }
}
