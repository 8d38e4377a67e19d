package dev.tracemend.agent.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a program over many inputs with several threads. */
public final class Parallel {
    private final int threads;
    private final int mostErrors;

    /**
     * One result, in the place of its input: an output, or why there is none.
     *
     * @param output the program's output
     * @param failure why there is none; empty also where the input was not tried after too many failures
     */
    public record Result<O>(Optional<O> output, Optional<RunException> failure) {}

    /** So many threads; after more than {@code mostErrors} failures no further input is tried. */
    public Parallel(int threads, int mostErrors) {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads must be at least 1, not " + threads);
        }
        this.threads = threads;
        this.mostErrors = mostErrors;
    }

    /**
     * Outputs in the order of the inputs.
     *
     * @throws InterruptedException when the caller is interrupted; what runs is interrupted, too
     */
    public <I, O> List<Result<O>> map(Program<I, O> program, List<I> inputs, Run run) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, inputs.size())));
        try {
            AtomicInteger errors = new AtomicInteger();
            List<Future<Result<O>>> futures = new ArrayList<>();
            for (I input : inputs) {
                futures.add(pool.submit(() -> one(program, input, run, errors)));
            }
            List<Result<O>> results = new ArrayList<>();
            for (Future<Result<O>> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private <I, O> Result<O> one(Program<I, O> program, I input, Run run, AtomicInteger errors) {
        if (errors.get() > mostErrors) {
            return new Result<>(Optional.empty(), Optional.empty());
        }
        try {
            return new Result<>(Optional.of(program.call(input, run)), Optional.empty());
        } catch (RunException failed) {
            errors.incrementAndGet();
            return new Result<>(Optional.empty(), Optional.of(failed));
        }
    }
}
