package dev.tracemend.bench.status;

import dev.tracemend.bench.status.AskingLine.Question;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** All connections on one thread: the streams are read, and a request is sent when it is due, however the last one fared. */
final class LoadLoop implements AutoCloseable, AskingLine.Asked {
    private static final int LINES = 64;
    private static final int MOST_OPENING = 100;
    private static final String FIRST_PAGE = "/api/incidents";

    private final URI server;
    private final Selector selector = Selector.open();
    private final ByteBuffer read = ByteBuffer.allocate(1 << 18);
    private final List<OpenStream> streams = new ArrayList<>();
    private final List<Connection> lines = new ArrayList<>();
    private final Deque<Long> due = new ArrayDeque<>();
    private final Map<Question, LatencyTally> answers = new EnumMap<>(Question.class);
    private final LatencyTally events = new LatencyTally();
    private String next = "";
    private int failed;
    private int asked;

    /** A socket, the reader of its answers, and who hears them. */
    private record Connection(SocketChannel channel, HttpReply reply, HttpReply.Body body) {}

    LoadLoop(URI server) throws IOException {
        this.server = server;
        for (Question question : Question.values()) {
            answers.put(question, new LatencyTally());
        }
        for (int i = 0; i < LINES; i++) {
            lines.add(open(new AskingLine(this)));
        }
    }

    /** Opens streams, a few at a time, until so many are open and have begun; false when that takes too long. */
    boolean open(int wanted, long patienceNanos) throws IOException {
        long end = System.nanoTime() + patienceNanos;
        while (streams.size() < wanted) {
            for (int i = 0; i < MOST_OPENING && streams.size() < wanted; i++) {
                OpenStream stream = new OpenStream(events);
                write(open(stream).channel(), "/api/events");
                streams.add(stream);
            }
            if (!until(() -> streams.stream().allMatch(OpenStream::begun), end)) {
                return false;
            }
        }
        return true;
    }

    /** Serves the connections until something is so; false when it was not by a time. */
    boolean until(BooleanSupplier done, long end) throws IOException {
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            serve(10);
        }
        return true;
    }

    /** Asks so often a second for a while, and does {@code besides} once in each of its own intervals. */
    void ask(int rate, double seconds, Runnable besides, double besidesRate) throws IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long sent = 0;
        long done = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            for (; (now - start) * (double) rate >= sent * 1e9; sent++) {
                due.add(start + sent * 1_000_000_000L / rate);
            }
            for (; (now - start) * besidesRate >= done * 1e9; done++) {
                besides.run();
            }
            send();
            serve(1);
        }
        long patience = System.nanoTime() + 10_000_000_000L;
        until(() -> due.isEmpty() && lines.stream().noneMatch(LoadLoop::busy), patience);
    }

    private static boolean busy(Connection line) {
        return ((AskingLine) line.body()).busy();
    }

    private void send() throws IOException {
        for (Connection line : lines) {
            if (due.isEmpty()) {
                return;
            }
            AskingLine asking = (AskingLine) line.body();
            if (!asking.busy()) {
                Question question = asked++ % 2 == 0 ? Question.CONTAINERS : Question.INCIDENTS;
                asking.ask(question, due.remove());
                write(line.channel(), question == Question.CONTAINERS ? "/containers" : page());
            }
        }
    }

    /** Page after page, and again from the first. */
    private String page() {
        return next.isEmpty() ? FIRST_PAGE : FIRST_PAGE + "?cursor=" + next;
    }

    @Override
    public void answered(Question question, long dueNanos, int status, String following) {
        tally(question).add(System.nanoTime() - dueNanos);
        failed += status == 200 ? 0 : 1;
        if (question == Question.INCIDENTS) {
            next = following;
        }
    }

    private void serve(long millis) throws IOException {
        if (due.isEmpty()) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            read.clear();
            int size = connection.channel().read(read);
            if (size < 0) {
                throw new IOException("the server closed a connection");
            }
            connection.reply().take(read.array(), size);
        }
        selector.selectedKeys().clear();
        send();
    }

    private Connection open(HttpReply.Body body) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.configureBlocking(false);
        Connection connection = new Connection(channel, new HttpReply(body), body);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    private void write(SocketChannel channel, String path) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(HttpReply.request(path, server.getAuthority()));
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Forgets what was measured so far. */
    void clear() {
        answers.values().forEach(LatencyTally::clear);
        events.clear();
        failed = 0;
    }

    LatencyTally.Figures answers(Question question) {
        return tally(question).figures();
    }

    private LatencyTally tally(Question question) {
        return Objects.requireNonNull(answers.get(question), question::name);
    }

    LatencyTally.Figures events() {
        return events.figures();
    }

    int failed() {
        return failed;
    }

    List<OpenStream> streams() {
        return List.copyOf(streams);
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
