package dev.tracemend.agent.judge.minion;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The child JVM: reads jobs from its input, answers on its output, until its input ends. The code under test sees other
 * streams, and a call that takes too long ends the child's usefulness, which the answer then says.
 */
public final class MinionMain {
    private static final long POLL_MILLIS = 20;

    private final OutputStream answers;
    private final Workshop workshop = new Workshop();
    private final Surroundings surroundings = new Surroundings();
    private final AtomicBoolean answering = new AtomicBoolean();

    private MinionMain(OutputStream answers) {
        this.answers = answers;
    }

    /** Starts the loop; takes no arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        InputStream jobs = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        MinionMain minion = new MinionMain(answers);
        Runtime.getRuntime().addShutdownHook(new Thread(minion::lastWords));
        minion.send(new Reply.Ready(Runtime.version().toString()));
        try {
            minion.serve(jobs);
        } finally {
            // Threads that the tested code has left behind must not keep this JVM alive.
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve(InputStream jobs) throws IOException, InterruptedException {
        while (true) {
            byte[] payload;
            try {
                payload = Frames.read(jobs);
            } catch (EOFException end) {
                return;
            }
            answering.set(true);
            surroundings.begin();
            Reply reply = work(JobCodec.job(payload));
            if (!(reply instanceof Reply.Stopped) && !surroundings.restore(workshop::owns)) {
                reply = new Reply.Spoiled(reply);
            }
            if (answering.getAndSet(false)) {
                send(reply);
            }
        }
    }

    private Reply work(Job job) throws InterruptedException {
        Thread worker = new Thread(null, () -> workshop.work(job), "job", 4L << 20);
        worker.setDaemon(true);
        worker.start();
        long limitNanos = limitMillis(job) * 1_000_000;
        while (true) {
            worker.join(POLL_MILLIS);
            if (!worker.isAlive()) {
                return workshop.result();
            }
            workshop.look();
            if (workshop.overdue(limitNanos)) {
                worker.interrupt(); // what waits or sleeps comes back from this
                worker.join(100);
                if (worker.isAlive() && workshop.overdue(limitNanos)) {
                    return new Reply.Stopped(workshop.inside(), workshop.result());
                }
            }
        }
    }

    private static long limitMillis(Job job) {
        if (job instanceof Job.Find find) {
            return find.callMillis();
        } else if (job instanceof Job.Run run) {
            return run.callMillis();
        }
        if (job instanceof Job.Cover cover) {
            return cover.limitMillis();
        } else if (job instanceof Job.Try few) {
            return few.limitMillis();
        }
        return job instanceof Job.Test test ? test.limitMillis() : Long.MAX_VALUE / 1_000_000;
    }

    /** When the tested code ends the JVM, what has been found out so far is told on the way out. */
    private void lastWords() {
        if (answering.getAndSet(false)) {
            try {
                send(new Reply.Stopped(workshop.inside(), workshop.result()));
            } catch (IOException | RuntimeException tooLate) {
                // the other side sees the end of the stream
            }
        }
    }

    private void send(@Nullable Reply reply) throws IOException {
        if (reply != null) {
            Frames.write(answers, JobCodec.bytes(reply));
        }
    }
}
