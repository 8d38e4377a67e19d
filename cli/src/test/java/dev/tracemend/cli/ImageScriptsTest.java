package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/image/healthy}, by which containers ask themselves how they are. */
class ImageScriptsTest {
    private static final String TOKEN = "a-token-of-twenty-ch";
    private static final Path NO_FILE = Path.of("no", "such", "file");

    @TempDir
    private Path folder;

    private HttpServer server;

    /** Serves {@code /open} to everybody, {@code /guarded} to who shows the token, and nothing else. */
    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                String shown = exchange.getRequestHeaders().getFirst("Authorization");
                boolean in = path.equals("/open") || path.equals("/guarded") && ("Bearer " + TOKEN).equals(shown);
                exchange.sendResponseHeaders(in ? 200 : path.equals("/guarded") ? 401 : 503, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void twoHundredIsHealthyAndNothingElse() throws Exception {
        assertThat(healthy("/open", "", NO_FILE)).isTrue();
        assertThat(healthy("/other", "", NO_FILE)).isFalse();
        server.stop(0);
        assertThat(healthy("/open", "", NO_FILE)).as("nobody listens").isFalse();
    }

    @Test
    void aTokenIsShownWhereThereIsOne() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        assertThat(healthy("/guarded", "", NO_FILE)).isFalse();
        assertThat(healthy("/guarded", "", file)).isTrue();
        assertThat(healthy("/guarded", TOKEN, NO_FILE)).isTrue();
        assertThat(healthy("/guarded", "another", file))
                .as("the environment wins, as it does for the server")
                .isFalse();
    }

    private boolean healthy(String path, String token, Path file) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        Path.of("..", "deploy", "image", "healthy").toString(),
                        Integer.toString(server.getAddress().getPort()),
                        path)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TRACEMEND_TOKEN", token);
        builder.environment().put("TRACEMEND_TOKEN_FILE", file.toString());
        return builder.start().waitFor() == 0;
    }
}
