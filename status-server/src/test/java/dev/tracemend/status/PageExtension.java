package dev.tracemend.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class a {@link PageStage} of its own, which is closed after its last test. */
final class PageExtension implements BeforeAllCallback, ParameterResolver {
    private record Opened(PageStage stage, Path folder) implements AutoCloseable {
        static Opened open() throws IOException {
            Path folder = Files.createTempDirectory("page");
            return new Opened(PageStage.open(folder), folder);
        }

        @Override
        public void close() throws IOException {
            stage.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Here, and not where the parameter is asked for: that a browser is missing skips the class. */
    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        store(context).put(Opened.class, Opened.open());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PageStage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).get(Opened.class, Opened.class).stage();
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(context.getRequiredTestClass()));
    }
}
