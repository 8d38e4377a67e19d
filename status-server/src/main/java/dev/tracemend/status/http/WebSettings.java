package dev.tracemend.status.http;

import java.util.List;

/**
 * What HTTP needs to know of the server it belongs to.
 *
 * @param host address it listens on
 * @param port TCP port, 0 for any free one
 * @param loopback whether nobody but this machine reaches that address
 * @param allowedHosts further names under which it may be reached
 * @param modelNote what leaves this machine, in words
 */
public record WebSettings(
        String host,
        int port,
        boolean loopback,
        List<String> allowedHosts,
        String modelNote,
        String bootstrap,
        String version,
        String commit,
        String image,
        String composeHash) {}
