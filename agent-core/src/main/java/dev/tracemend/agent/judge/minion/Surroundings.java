package dev.tracemend.agent.judge.minion;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;

/** What all code in this JVM shares: put back after each job, so that one candidate finds nothing of the one before. */
final class Surroundings {
    private static final int MOST_THREADS = 64;
    private static final long LAST_MILLIS = 100;

    private final Properties properties = (Properties) System.getProperties().clone();
    private final Locale locale = Locale.getDefault();
    private final Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale formats = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private Set<Thread> threads = Set.of();

    /** Puts the streams where the code under test can do no harm, and remembers who works already. */
    void begin() {
        streams();
        threads = Set.copyOf(running());
    }

    private void streams() {
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.setIn(InputStream.nullInputStream());
    }

    /**
     * Puts everything back.
     *
     * @param own whether a class is the project's
     * @return false when a thread of the project's goes on, which only the end of this JVM can stop
     */
    boolean restore(Predicate<String> own) throws InterruptedException {
        System.setProperties((Properties) properties.clone());
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, shown);
        Locale.setDefault(Locale.Category.FORMAT, formats);
        TimeZone.setDefault(zone);
        streams();
        Thread.setDefaultUncaughtExceptionHandler((thread, ignored) -> {});
        return leftOver(own);
    }

    private boolean leftOver(Predicate<String> own) throws InterruptedException {
        List<Thread> left = new ArrayList<>(running());
        left.removeAll(threads);
        left.remove(Thread.currentThread());
        if (left.isEmpty()) {
            return true;
        }
        Ticks.allow(0);
        List<Thread> working = new ArrayList<>();
        for (Thread thread : left) {
            if (inside(thread, own)) {
                thread.interrupt();
                working.add(thread);
            }
        }
        long end = System.nanoTime() + LAST_MILLIS * 1_000_000;
        for (Thread thread : working) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return working.stream().noneMatch(Thread::isAlive) && left.size() <= MOST_THREADS;
    }

    private static boolean inside(Thread thread, Predicate<String> own) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (own.test(frame.getClassName())) {
                return true;
            }
        }
        return false;
    }

    /** The threads of the code under test, and those that watch it. */
    static List<Thread> running() {
        Thread[] all = new Thread[Thread.activeCount() + 64];
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        int count = group.enumerate(all, true);
        return List.of(Arrays.copyOf(all, count));
    }
}
