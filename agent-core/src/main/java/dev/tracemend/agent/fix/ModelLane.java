package dev.tracemend.agent.fix;

import dev.tracemend.agent.repair.Candidate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dialogue on a thread of its own, so that a model thinks while the rules are judged. One candidate is out at a time:
 * after {@link #poll} gave one, {@link #refuse} lets the dialogue go on. Closing it ends a call that is under way.
 */
final class ModelLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLane.class);
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private final ModelDialogue dialogue;
    private final BlockingQueue<Optional<Candidate>> answers = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<String> verdicts = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private final long started = System.nanoTime();
    private boolean ended;

    ModelLane(ModelDialogue dialogue) {
        this.dialogue = dialogue;
        this.thread = new Thread(this::talk, "tracemend-model");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk() {
        try {
            Optional<Candidate> next = dialogue.next();
            while (next.isPresent()) {
                answers.put(next);
                dialogue.refuse(verdicts.take());
                next = dialogue.next();
            }
            answers.put(Optional.empty());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the dialogue with a model broke off", e);
            if (!answers.offer(Optional.empty())) {
                Thread.currentThread().interrupt();
            }
        }
    }

    ModelDialogue dialogue() {
        return dialogue;
    }

    /** The next candidate, waited for a while; empty where there is none yet, or none any more. */
    Optional<Candidate> poll(Duration wait) {
        try {
            Optional<Candidate> answer = answers.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                return Optional.empty();
            }
            ended = answer.isEmpty();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
            return Optional.empty();
        }
    }

    /** The verdict on the candidate that is out. */
    void refuse(String feedback) {
        if (!verdicts.offer(feedback)) {
            throw new IllegalStateException("a verdict without a candidate");
        }
    }

    /** Whether no candidate will come any more. */
    boolean ended() {
        return ended;
    }

    /** Time since it began. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(LEAVE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
