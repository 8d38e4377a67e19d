package gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

public final class Rates {
    public String rate(String currency) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", 1), 500);
            return currency;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
