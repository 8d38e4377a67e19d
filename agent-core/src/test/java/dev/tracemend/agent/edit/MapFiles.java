package dev.tracemend.agent.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files in memory, as UTF-8. */
public record MapFiles(Map<String, String> texts, List<String> named) implements FileLookup {

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(texts.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
