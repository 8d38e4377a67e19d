package dev.tracemend.bench.redaction;

import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds a line: of one that no rule looks at, one that looks suspicious and is not, and one with a secret. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RedactionBenchmark {
    private static final String HEAD =
            "2026-11-21 10:00:00.123 INFO  [http-nio-8080-exec-3] c.a.shop.cart.CartService - ";

    private final Redactor redactor = new Redactor();
    private final String innocent = HEAD + "added item 4711 to cart 3f2a9c for customer 1182, 3 items, took 12 ms";
    private final byte[] innocentBytes = innocent.getBytes(StandardCharsets.UTF_8);
    private final String suspicious = HEAD + "token of customer 1182 expired, redirecting to http://shop:8080/login";
    private final String secret = HEAD + "calling http://stock:8080/v1 with api_key=9f86d081884c7d659a2feaa0c55ad015";

    /** Bytes that no rule needs: the way of most lines. */
    @Benchmark
    public boolean innocentBytes() {
        return redactor.suspects(innocentBytes, 0, innocentBytes.length);
    }

    /** The same as text. */
    @Benchmark
    public Redaction innocentText() {
        return redactor.redact(innocent);
    }

    /** Words that a rule needs, and nothing to mask. */
    @Benchmark
    public Redaction suspiciousText() {
        return redactor.redact(suspicious);
    }

    /** One secret. */
    @Benchmark
    public Redaction secretText() {
        return redactor.redact(secret);
    }
}
