package dev.tracemend.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker in this JVM, on the loopback address. Its data lies under {@code <data folder>/kafka} and is there
 * again after a restart, on whatever port; the folder is locked against a second broker.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    /** A port that was free a moment ago may be taken by now; so often another one is tried. */
    private static final int PORT_TRIES = 5;

    private final FolderLock lock;
    private final KraftServer server;
    private final Admin admin;
    private final int port;

    private EmbeddedBroker(FolderLock lock, KraftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap()));
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param port the port for clients, 0 for any free one
     * @throws BrokerStartException when the port or the folder is in use, or the data cannot be read
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        FolderLock lock = FolderLock.take(dataDir);
        try {
            return start(dataDir.resolve("kafka"), port, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Where clients connect to, as {@code host:port}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Makes a topic with one replica; a topic that exists is left as it is. */
    public void createTopic(String name, int partitions, Map<String, String> config) {
        NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + name + " cannot be made: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topic " + name + " was made", e);
        }
    }

    @Override
    public void close() {
        admin.close();
        server.close();
        lock.close();
    }

    private static EmbeddedBroker start(Path logDir, int port, FolderLock lock) {
        for (int left = PORT_TRIES; ; left--) {
            int client = freePort(port);
            try {
                return new EmbeddedBroker(lock, KraftServer.start(logDir, client, freePort(0)), client);
            } catch (Exception e) {
                if (!isBindFailure(e)) {
                    throw new BrokerStartException(
                            "the broker cannot be started on its data in " + logDir + " (" + rootOf(e)
                                    + "): remove that folder to begin anew, or choose another data folder",
                            e);
                }
                // The next round finds out whether it was the wanted port, and then says so.
                if (left == 1) {
                    throw portInUse(client, e);
                }
                LOG.info("a port was taken while the broker started; trying again");
            }
        }
    }

    private static int freePort(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw portInUse(wanted, e);
        }
    }

    private static BrokerStartException portInUse(int port, Exception cause) {
        return new BrokerStartException(
                "port " + port + " is in use on 127.0.0.1: choose another one with --kafka-port,"
                        + " or set KAFKA_BOOTSTRAP_SERVERS to use a broker that already runs",
                cause);
    }

    private static boolean isBindFailure(Throwable e) {
        return causes(e)
                .anyMatch(cause -> cause instanceof BindException
                        || Optional.ofNullable(cause.getMessage()).orElse("").contains("failed to bind"));
    }

    private static String rootOf(Throwable e) {
        return causes(e).reduce((first, second) -> second).orElse(e).toString();
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
