package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.status.access.AccessSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw sockets, since no HTTP client lets a test choose the host's name. There is no broker: none is needed. */
class HostNamesIT {
    @TempDir
    private Path folder;

    @Test
    void onLoopbackOnlyItsOwnNamesAreAnswered() throws IOException {
        try (StatusServer server = start("127.0.0.1", List.of("board.example.com"))) {
            for (String name : List.of("localhost", "127.0.0.1", "LocalHost:1", "[::1]:8765", "board.example.com")) {
                assertThat(ask(server, name)).as(name).contains(" 200 ");
            }
            for (String name : List.of("evil.example", "127.0.0.1.evil.example", "status", "10.0.0.1", "localhost.")) {
                assertThat(ask(server, name)).as(name).contains(" 421 ");
            }
        }
    }

    @Test
    void beyondLoopbackNamesThatASiteCouldOwnAreRefused() throws IOException {
        try (StatusServer server = start("0.0.0.0", List.of())) {
            for (String name : List.of("localhost", "status:8765", "10.0.0.1:8765")) {
                assertThat(ask(server, name)).as(name).contains(" 200 ");
            }
            assertThat(ask(server, "evil.example")).contains(" 421 ");
        }
    }

    private StatusServer start(String host, List<String> allowed) {
        return StatusServer.start(new StatusConfig(
                "127.0.0.1:1",
                host,
                0,
                folder,
                "",
                "",
                Duration.ofDays(1),
                allowed,
                "",
                "",
                "",
                AccessSettings.DEFAULT,
                "",
                ""));
    }

    private static String ask(StatusServer server, String name) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("GET /health/liveness HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }
}
