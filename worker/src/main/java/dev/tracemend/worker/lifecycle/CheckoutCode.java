package dev.tracemend.worker.lifecycle;

import dev.tracemend.agent.workspace.GitHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The code of a checkout. The commit that is checked out is looked up once a second at most; of commits answers are kept. */
public final class CheckoutCode implements CodeState {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 200;

    private final GitHistory git;
    private final Map<String, Boolean> descents = latest();
    private final Map<String, Map<String, String>> blobs = latest();
    private String head = "";
    private long headAt = System.nanoTime() - FRESH.toNanos();

    /** Of a checkout. */
    public CheckoutCode(Path workspace) {
        this.git = new GitHistory(workspace);
    }

    @Override
    public synchronized String head() {
        if (System.nanoTime() - headAt >= FRESH.toNanos()) {
            head = git.head().orElse("");
            headAt = System.nanoTime();
        }
        return head;
    }

    @Override
    public synchronized boolean descends(String commit, String ancestor) {
        return descents.computeIfAbsent(commit + ' ' + ancestor, pair -> git.descends(commit, ancestor));
    }

    @Override
    public synchronized Map<String, String> blobs(String commit, Collection<String> paths) {
        return blobs.computeIfAbsent(commit + ' ' + new TreeSet<>(paths), pair -> git.blobs(commit, paths));
    }

    private static <V> Map<String, V> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
