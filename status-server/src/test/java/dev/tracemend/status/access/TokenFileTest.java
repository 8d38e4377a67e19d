package dev.tracemend.status.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir
    private Path folder;

    @Test
    void aTokenOfOurOwnIsKeptForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("status/token");
        AccessToken made = TokenFile.readOrMake(file);

        assertThat(TokenFile.readOrMake(file).reveal()).isEqualTo(made.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFileThatWasNamedMustHoldAToken() throws IOException {
        assertThatThrownBy(() -> TokenFile.read(folder.resolve("none"))).hasMessageContaining("cannot be read");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> TokenFile.read(empty)).hasMessageContaining(empty.toString());
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        assertThatThrownBy(() -> TokenFile.read(large)).hasMessageContaining("4096");
    }

    @Test
    void theEnvironmentNamesTheTokenOrItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("t"), "the-token-of-the-file\n");
        assertThat(AccessSettings.of(Map.of())).isEqualTo(AccessSettings.DEFAULT);
        assertThat(AccessSettings.of(Map.of("TRACEMEND_TOKEN_FILE", file.toString()))
                        .given())
                .singleElement()
                .matches(token -> token.matches("the-token-of-the-file"));
        assertThat(AccessSettings.of(Map.of("TRACEMEND_TOKEN_FILE", file.toString(), "TRACEMEND_TOKEN", "x".repeat(20)))
                        .given())
                .singleElement()
                .matches(token -> token.matches("x".repeat(20)));
        assertThatThrownBy(() -> AccessSettings.of(Map.of("TRACEMEND_REQUESTS_PER_SECOND", "many")))
                .hasMessageContaining("TRACEMEND_REQUESTS_PER_SECOND");
    }

    @Test
    void theGatewayIsThatOfTheDefaultRoute() throws IOException {
        Path routes = Files.writeString(folder.resolve("route"), """
                Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask
                eth0\t000012AC\t00000000\t0001\t0\t0\t0\t0000FFFF
                eth0\t00000000\t010012AC\t0003\t0\t0\t0\t00000000
                """);

        assertThat(DefaultGateway.read(routes)).contains(InetAddress.getByName("172.18.0.1"));
        assertThat(DefaultGateway.read(Files.writeString(routes, "Iface\n\nx\n")))
                .isEmpty();
        assertThat(DefaultGateway.read(folder.resolve("none"))).isEmpty();
    }
}
