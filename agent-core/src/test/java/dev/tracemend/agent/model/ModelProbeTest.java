package dev.tracemend.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tracemend.agent.model.ModelConfig.Provider;
import dev.tracemend.agent.model.ModelProbe.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelProbeTest {

    @Test
    void aModelThatIsThereIsReady() throws IOException {
        assertThat(look(Provider.OPENAI, 200, "{\"data\":[{\"id\":\"small\"}]}").usable())
                .isTrue();
        assertThat(look(Provider.OLLAMA, 200, "{\"models\":[{\"name\":\"small:latest\"}]}")
                        .usable())
                .isTrue();
        assertThat(look(Provider.ANTHROPIC, 200, "{\"data\":[{\"id\":\"small\"}]}")
                        .message())
                .contains("is ready");
    }

    @Test
    void whatIsWrongIsSaidWithTheRemedy() throws IOException {
        assertThat(look(Provider.OLLAMA, 200, "{\"models\":[{\"name\":\"other\"}]}"))
                .satisfies(finding -> assertThat(finding.usable()).isFalse())
                .satisfies(finding -> assertThat(finding.message()).contains("ollama pull small"));
        assertThat(look(Provider.OPENAI, 401, "").message()).contains("OPENAI_API_KEY");
        Finding absent = new ModelProbe().look(ModelConfig.of(Provider.OLLAMA, "http://127.0.0.1:1", "none", "small"));
        assertThat(absent.usable()).isFalse();
        assertThat(absent.message()).contains("ollama serve");
    }

    @Test
    void eachRoleMayHaveItsOwnModel() {
        Map<String, String> environment =
                Map.of("OLLAMA_MODEL", "main", "EDITOR_MODEL", "anthropic/claude", "ANTHROPIC_API_KEY", "k");
        assertThat(Role.EDITOR.config(environment).orElseThrow().provider()).isEqualTo(Provider.ANTHROPIC);
        assertThat(Role.PLANNER.config(environment).orElseThrow().modelName()).isEqualTo("main");
        assertThat(Role.REFLECTION.config(Map.of())).isEmpty();
        assertThat(Role.EDITOR.config(Map.of("LOCAL_MODE", "true", "EDITOR_MODEL", "openai/x")))
                .isEmpty();
    }

    private static Finding look(Provider provider, int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            return new ModelProbe().look(ModelConfig.of(provider, base, "key", "small"));
        } finally {
            server.stop(0);
        }
    }
}
