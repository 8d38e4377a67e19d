package dev.tracemend.agent.store;

import dev.tracemend.agent.model.RequestCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file for each key, two folders deep, written whole or not at all, so that processes may share it. Keys are hashes:
 * lower-case hexadecimal digits. Delete the folder to empty it.
 */
public final class FolderCache implements RequestCache {
    private static final Logger LOG = LoggerFactory.getLogger(FolderCache.class);

    private final Path folder;

    /** In this folder, made when first needed. */
    public FolderCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> get(String key) {
        try {
            return Optional.of(Files.readString(file(key)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, String text) {
        Path file = file(key);
        try {
            Files.createDirectories(folder.resolve(key.substring(0, 2)));
            Path whole = Files.createTempFile(folder.resolve(key.substring(0, 2)), key, ".new");
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("a reply cannot be kept in {}: {}", folder, e.toString());
        }
    }

    private Path file(String key) {
        if (!key.matches("[0-9a-f]{16,128}")) {
            throw new IllegalArgumentException("'" + key + "' is no hash");
        }
        return folder.resolve(key.substring(0, 2)).resolve(key + ".json");
    }
}
