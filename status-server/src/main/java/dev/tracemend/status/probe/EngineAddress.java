package dev.tracemend.status.probe;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;

/**
 * Where a container engine listens: {@code unix:///var/run/docker.sock}, or {@code tcp://host:port} without TLS, as a proxy
 * before the socket does that lets questions through and nothing else.
 */
public record EngineAddress(String text) {

    /** Whether a text is such an address. */
    public static boolean isUsable(String text) {
        return text.matches("unix:///.+|tcp://[A-Za-z0-9._-]+:[0-9]{1,5}");
    }

    SocketAddress socket() {
        URI uri = URI.create(text);
        return "unix".equals(uri.getScheme())
                ? UnixDomainSocketAddress.of(uri.getPath())
                : new InetSocketAddress(uri.getHost(), uri.getPort());
    }
}
