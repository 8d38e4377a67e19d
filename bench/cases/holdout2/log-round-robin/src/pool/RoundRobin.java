package pool;

import java.util.List;

/** Hands out servers one after the other, for as long as the program runs. */
public class RoundRobin {
    private final List<String> servers;
    private int turn;

    public RoundRobin(List<String> servers, int turn) {
        this.servers = List.copyOf(servers);
        this.turn = turn;
    }

    public synchronized String next() {
        String server = servers.get(turn % servers.size());
        turn++;
        return server;
    }
}
