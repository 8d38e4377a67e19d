package dev.tracemend.status.access;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The host of a container, as the container sees it: what comes through a published port comes from there, what another
 * container sends does not.
 */
public final class DefaultGateway {
    /** Where Linux tells its routes. */
    public static final Path ROUTES = Path.of("/proc/net/route");

    private DefaultGateway() {}

    /** The gateway of the first default route; empty where there is none, or no such file. */
    public static Optional<InetAddress> read(Path routes) {
        try (Stream<String> lines = Files.lines(routes)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(parts -> parts.length > 2 && parts[1].equals("00000000") && parts[2].matches("[0-9A-F]{8}"))
                    .filter(parts -> !parts[2].equals("00000000"))
                    .findFirst()
                    .map(parts -> address(parts[2]));
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Four bytes in the order of the machine, the last one first. */
    private static InetAddress address(String hex) {
        byte[] reversed = HexFormat.of().parseHex(hex);
        try {
            return InetAddress.getByAddress(new byte[] {reversed[3], reversed[2], reversed[1], reversed[0]});
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
