package dev.tracemend.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a socket that says what a test wants; a real engine is asked in {@code cli}. */
class EngineReadingTest {
    private static final String LIST =
            """
            [{"Names":["/lightweight_worker-app_1"],"Image":"tracemend-worker:dev","State":"running",\
            "Status":"Up 2 minutes (unhealthy)","Labels":{"com.docker.compose.service":"worker-app"}},
             {"Names":["/kafka"],"Image":"apache/kafka","State":"running","Status":"Up 1 second (health: starting)","Labels":{}},
             {"Names":["/topics"],"Image":"t","State":"exited","Status":"Exited (0) 3 minutes ago","Labels":null},
             {}]""";

    @TempDir
    private Path folder;

    private ServerSocketChannel engine;
    private volatile String asked = "";

    @BeforeEach
    void listen() throws IOException {
        engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("engine.sock")));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    @Test
    void containersAreToldWithStateHealthAndTopic() throws IOException {
        answer("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + LIST);

        List<ContainerState> found = reading(Duration.ofSeconds(5)).read("lightweight");

        assertThat(asked).startsWith("GET /containers/json?all=true&filters=").contains("project%3Dlightweight");
        assertThat(found)
                .containsExactly(
                        new ContainerState("", "", "", "", "", "", ""),
                        new ContainerState(
                                "kafka", "", "", "apache/kafka", "running", "starting", "Up 1 second (health: starting)"),
                        new ContainerState(
                                "lightweight_worker-app_1",
                                "worker-app",
                                "app",
                                "tracemend-worker:dev",
                                "running",
                                "unhealthy",
                                "Up 2 minutes (unhealthy)"),
                        new ContainerState("topics", "", "", "t", "exited", "", "Exited (0) 3 minutes ago"));
    }

    @Test
    void whatIsNoListOfContainersIsAnError() {
        for (String said : List.of("", "nonsense", "HTTP/1.0 403 Forbidden\r\n\r\n[]", "HTTP/1.0 200 OK\r\n\r\n{}", "HTTP/1.0 200 OK\r\n\r\n[")) {
            answer(said);
            assertThatThrownBy(() -> reading(Duration.ofSeconds(5)).read("")).as(said).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anEngineThatHangsHoldsNobody() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(folder.resolve("silent.sock")))) {
            EngineAddress address = new EngineAddress("unix://" + folder.resolve("silent.sock"));
            assertThatThrownBy(() -> new EngineReading(address, Duration.ofMillis(200)).read(""))
                    .hasMessageContaining("in time");
            assertThat(silent.isOpen()).isTrue();
        }
    }

    @Test
    void anEngineThatIsNotThereIsSaidToBeSo() {
        try (EngineProbe none = EngineProbe.start("", "");
                EngineProbe lost = EngineProbe.start("unix://" + folder.resolve("none.sock"), "")) {
            assertThat(none.last().available()).isFalse();
            assertThat(none.last().detail()).contains("TRACEMEND_DOCKER");
            await().until(() -> lost.last().at() > 0);
            assertThat(lost.last().available()).isFalse();
            assertThat(lost.last().detail()).contains("none.sock does not answer");
        }
    }

    @Test
    void addressesAreSocketsOrProxies() {
        assertThat(EngineAddress.isUsable("unix:///var/run/docker.sock")).isTrue();
        assertThat(EngineAddress.isUsable("tcp://proxy:2375")).isTrue();
        for (String text : List.of("/var/run/docker.sock", "unix://relative", "http://x:1", "tcp://x", "tcp://x:1/path")) {
            assertThat(EngineAddress.isUsable(text)).as(text).isFalse();
        }
    }

    private EngineReading reading(Duration patience) {
        return new EngineReading(new EngineAddress("unix://" + folder.resolve("engine.sock")), patience);
    }

    /** To the next one who asks. */
    private void answer(String text) {
        Thread teller = new Thread(() -> {
            try (SocketChannel one = engine.accept()) {
                ByteBuffer request = ByteBuffer.allocate(4_096);
                one.read(request);
                asked = new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII);
                one.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                asked = e.toString();
            }
        });
        teller.setDaemon(true);
        teller.start();
    }
}
