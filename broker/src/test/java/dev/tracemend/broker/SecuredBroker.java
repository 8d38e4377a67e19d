package dev.tracemend.broker;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A broker with a second listener that takes only TLS, with a certificate made for it, and only a user with a password
 * (SASL PLAIN). The plain listener is there for the test itself.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final String USER = "tailer";
    private static final String STORE_PASSWORD = "for-tests-only";

    private final EmbeddedBroker broker;
    private final Path certificate;
    private final int port;

    private SecuredBroker(EmbeddedBroker broker, Path certificate, int port) {
        this.broker = broker;
        this.certificate = certificate;
        this.port = port;
    }

    /** Starts one whose data and keys lie in a folder; the user {@code tailer} has this password. */
    public static SecuredBroker start(Path folder, String password) throws IOException, InterruptedException {
        Path keys = folder.resolve("broker.p12");
        Path certificate = certificate(keys, folder.resolve("broker.pem"));
        int port = freePort();
        EmbeddedBroker broker =
                EmbeddedBroker.start(folder.resolve("data"), 0, settings -> secure(settings, port, keys, password));
        return new SecuredBroker(broker, certificate, port);
    }

    private static void secure(Properties settings, int port, Path keys, String password) {
        for (String name : List.of("listeners", "advertised.listeners")) {
            settings.put(name, settings.get(name) + ",SECURE://127.0.0.1:" + port);
        }
        settings.put(
                "listener.security.protocol.map", settings.get("listener.security.protocol.map") + ",SECURE:SASL_SSL");
        settings.put("listener.name.secure.sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.secure.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_" + USER + "=\"" + password
                        + "\";");
        settings.put("listener.name.secure.ssl.keystore.location", keys.toString());
        settings.put("listener.name.secure.ssl.keystore.type", "PKCS12");
        settings.put("listener.name.secure.ssl.keystore.password", STORE_PASSWORD);
    }

    /** Makes a key with a certificate that vouches for itself; where the certificate lies. */
    public static Path certificate(Path keys, Path certificate) throws IOException, InterruptedException {
        String[] store = {"-alias", "broker", "-storetype", "PKCS12", "-storepass", STORE_PASSWORD, "-keystore"};
        keytool(store, keys, "-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1");
        keytool(store, keys, "-exportcert", "-rfc", "-file", certificate.toString());
        return certificate;
    }

    private static void keytool(String[] store, Path keys, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of(store));
        command.add(keys.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Of the listener that takes anybody. */
    public String plainBootstrap() {
        return broker.bootstrap();
    }

    /** Of the listener that takes TLS and a password. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** What a client must set, with this password. */
    public Map<String, String> client(String password) {
        return client(password, certificate);
    }

    /** The same, trusting another certificate. */
    public Map<String, String> client(String password, Path trusted) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", trusted.toString(),
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER
                                + "\" password=\"" + password + "\";");
    }

    @Override
    public void close() {
        broker.close();
    }
}
