package dev.tracemend.status;

import dev.tracemend.status.access.AccessSettings;
import dev.tracemend.status.probe.EngineAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settings of the status server.
 *
 * @param bootstrap the broker, {@code host:port}
 * @param host address to listen on; anything but a loopback address opens the page to the network, and asks for a token
 * @param port TCP port, 0 for any free one
 * @param dataDir where the board keeps its state; one running server per folder
 * @param modelNote what leaves this machine, in words, for the page's header; may be empty
 * @param instance name of this board among others on the same broker; empty: one is made and kept in {@code dataDir}
 * @param keep how long an incident without news stays on the board; longer than the topics keep their records
 * @param allowedHosts further names under which a browser may reach this server, lower case, without a port
 * @param image container image this runs from, empty outside a container
 * @param composeHash hash of the compose file this was deployed by, empty otherwise
 * @param commit commit this was built from, empty where unknown
 * @param access who may ask, and how often
 * @param docker container engine that tells how the containers are, {@code unix:///var/run/docker.sock}; empty: none
 * @param project compose project whose containers are shown; empty: all of that engine
 */
public record StatusConfig(
        String bootstrap,
        String host,
        int port,
        Path dataDir,
        String modelNote,
        String instance,
        Duration keep,
        List<String> allowedHosts,
        String image,
        String composeHash,
        String commit,
        AccessSettings access,
        String docker,
        String project) {

    /** What is true where no model is configured. */
    public static final String HEURISTIC_NOTE = "model: heuristic - nothing leaves this machine";

    /** Rejects what cannot work. */
    public StatusConfig {
        allowedHosts = List.copyOf(allowedHosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not usable: 0 to 65535, for example 8765");
        }
        if (!instance.isEmpty() && !instance.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "instance \"" + instance + "\" is not usable: 1 to 32 of the characters a-z, 0-9 and '-'");
        }
        if (!project.matches("[a-z0-9_-]{0,64}")) {
            throw new IllegalArgumentException("TRACEMEND_DOCKER_PROJECT \"" + project
                    + "\" is not usable: the name of a compose project, for example lightweight");
        }
        if (!docker.isEmpty() && !EngineAddress.isUsable(docker)) {
            throw new IllegalArgumentException("TRACEMEND_DOCKER \"" + docker
                    + "\" is not usable: unix:///var/run/docker.sock, or tcp://host:port of a proxy before it");
        }
        if (keep.toDays() < 1) {
            throw new IllegalArgumentException("keep " + keep + " is too short: at least one day");
        }
    }

    /** The defaults: loopback, port 8765, no model. */
    public static StatusConfig defaults(String bootstrap, Path dataDir) {
        return of(bootstrap, "127.0.0.1", 8765, dataDir, HEURISTIC_NOTE);
    }

    /**
     * The defaults but for these; what a deployment tells about itself, and who may ask, is read from the environment.
     *
     * @throws StatusStartException for a value that is not usable
     */
    public static StatusConfig of(String bootstrap, String host, int port, Path dataDir, String modelNote) {
        try {
            return of(bootstrap, host, port, dataDir, modelNote, System.getenv());
        } catch (IllegalArgumentException e) {
            throw new StatusStartException("the status page cannot start: " + e.getMessage(), e);
        }
    }

    static StatusConfig of(
            String bootstrap, String host, int port, Path dataDir, String modelNote, Map<String, String> environment) {
        return new StatusConfig(
                bootstrap,
                host,
                port,
                dataDir,
                modelNote,
                environment.getOrDefault("TRACEMEND_INSTANCE", ""),
                Duration.ofDays(31),
                names(environment.getOrDefault("TRACEMEND_ALLOWED_HOSTS", "")),
                environment.getOrDefault("TRACEMEND_IMAGE", ""),
                environment.getOrDefault("TRACEMEND_COMPOSE_HASH", ""),
                environment.getOrDefault("TRACEMEND_COMMIT", ""),
                AccessSettings.of(environment),
                environment.getOrDefault("TRACEMEND_DOCKER", ""),
                environment.getOrDefault("TRACEMEND_DOCKER_PROJECT", ""));
    }

    /** The same, but for who may ask. */
    public StatusConfig with(AccessSettings other) {
        return new StatusConfig(
                bootstrap,
                host,
                port,
                dataDir,
                modelNote,
                instance,
                keep,
                allowedHosts,
                image,
                composeHash,
                commit,
                other,
                docker,
                project);
    }

    /** Whether nobody but this machine reaches the address; one that nobody knows is taken for open. */
    boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static List<String> names(String list) {
        return Stream.of(list.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
