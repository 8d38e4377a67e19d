package dev.tracemend.worker;

import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.lifecycle.Turn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.MDC;

/** Does the work on threads of its own, so that those of the lanes keep their places in the groups. */
final class WorkThreads implements AutoCloseable {
    private volatile boolean closed;
    private final ExecutorService threads;

    WorkThreads(int count) {
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread made = new Thread(work, "tracemend-fix");
            made.setDaemon(true);
            return made;
        });
    }

    /** Begins the work; the future ends with what is to be written, or with what the work threw. */
    CompletableFuture<Answer> begin(String topic, Turn.Work work) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        threads.execute(() -> run(topic, work, answer));
        return answer;
    }

    private void run(String topic, Turn.Work work, CompletableFuture<Answer> answer) {
        if (answer.isDone() || closed) {
            return;
        }
        MDC.put("topic", topic);
        MDC.put("fingerprint", work.fingerprint());
        try {
            Answer made = work.work().get();
            if (!closed) {
                answer.complete(made);
            }
        } catch (RuntimeException | Error broken) {
            if (!closed) {
                answer.completeExceptionally(broken);
            }
        } finally {
            MDC.remove("topic");
            MDC.remove("fingerprint");
        }
    }

    /** Interrupts what is running; how that ends is no answer, so its future never completes. */
    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
