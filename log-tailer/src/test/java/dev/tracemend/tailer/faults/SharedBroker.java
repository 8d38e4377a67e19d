package dev.tracemend.tailer.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker process for all cases that leave it alone. */
final class SharedBroker implements ParameterResolver {
    private record Shared(BrokerProcess broker, Path folder) implements AutoCloseable {
        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("faults");
                return new Shared(BrokerProcess.start(folder), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            broker.close();
            org.apache.kafka.common.utils.Utils.delete(folder.toFile());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrokerProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent("dev.tracemend.faults", key -> Shared.start(), Shared.class)
                .broker();
    }
}
