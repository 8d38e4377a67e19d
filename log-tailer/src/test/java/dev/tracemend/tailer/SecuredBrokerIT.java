package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.SecuredBroker;
import dev.tracemend.tailer.publish.PublishConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and SASL as the user's client settings have them, against a broker that takes nothing else. */
class SecuredBrokerIT {
    private static final String PASSWORD = "correct horse";

    @TempDir
    static Path brokerFolder;

    private static SecuredBroker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(brokerFolder, PASSWORD);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void linesArriveOverTlsFromAUserWithAPassword() throws Exception {
        TailerCase c = TailerCase.of(broker.bootstrap(), folder);
        c.appendLines("app.log", 0, 1_000);
        try (Tailer tailer = Tailer.start(secured(c, broker.client(PASSWORD), false));
                RawTopic topic = new RawTopic(broker.plainBootstrap(), c.topic())) {
            topic.awaitTexts(TailerCase.numbered(0, 1_000));
            assertThat(tailer.end()).isEmpty();
        }
    }

    @Test
    void transactionsGoTheSameWay() throws Exception {
        TailerCase c = TailerCase.of(broker.bootstrap(), folder);
        c.appendLines("app.log", 0, 100);
        try (Tailer tailer = Tailer.start(secured(c, broker.client(PASSWORD), true));
                RawTopic topic = new RawTopic(broker.plainBootstrap(), c.topic())) {
            topic.awaitTexts(TailerCase.numbered(0, 100));
            assertThat(tailer.end()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordEndsItWithAWordOfIt() throws Exception {
        assertThat(refusal(broker.client("wrong"))).contains("credentials");
    }

    @Test
    void aCertificateThatIsNotTrustedEndsItWithAWordOfIt() throws Exception {
        Path other = SecuredBroker.certificate(folder.resolve("other.p12"), folder.resolve("other.pem"));
        assertThat(refusal(broker.client(PASSWORD, other))).contains("TLS");
    }

    private String refusal(Map<String, String> client) throws Exception {
        TailerCase c = TailerCase.of(broker.bootstrap(), folder);
        c.appendLines("app.log", 0, 10);
        try (Tailer tailer = Tailer.start(secured(c, client, false))) {
            await().atMost(Duration.ofMinutes(2)).until(() -> tailer.end().isPresent());
            assertThat(tailer.end().orElseThrow()).isInstanceOf(TailerEnd.Refused.class);
            return ((TailerEnd.Refused) tailer.end().orElseThrow()).message();
        }
    }

    private static TailerConfig secured(TailerCase c, Map<String, String> client, boolean transactional) {
        return c.config("app.log").publishing(new PublishConfig("", "", "lz4", transactional, client, Map.of()));
    }
}
