package dev.tracemend.tailer.faults;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/** Below the range from which the system takes ports for outgoing connections: one stays ours while its server is down. */
record FreePort(int number) {
    static FreePort any() throws IOException {
        SplittableRandom random = new SplittableRandom();
        for (int i = 0; i < 100; i++) {
            int port = random.nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return new FreePort(socket.getLocalPort());
            } catch (BindException e) {
                continue;
            }
        }
        throw new IOException("no free port");
    }
}
