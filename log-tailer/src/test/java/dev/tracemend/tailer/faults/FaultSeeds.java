package dev.tracemend.tailer.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The seeds of a run: {@code -Dfaults.seeds} of them (2), from {@code -Dfaults.first} (1) on. */
final class FaultSeeds implements ArgumentsProvider {
    /** A case that runs once for each seed. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "seed {0}")
    @ArgumentsSource(FaultSeeds.class)
    @Timeout(600)
    @interface Each {}

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        long first = Long.getLong("faults.first", 1);
        return LongStream.range(first, first + Long.getLong("faults.seeds", 2)).mapToObj(Arguments::of);
    }
}
