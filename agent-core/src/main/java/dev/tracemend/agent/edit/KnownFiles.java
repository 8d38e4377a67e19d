package dev.tracemend.agent.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files as they are when the planning begins; each is read once, and none that may not be edited. */
final class KnownFiles {
    private final FileLookup files;
    private final EditScope scope;
    private final Map<String, Optional<byte[]>> read = new HashMap<>();

    KnownFiles(FileLookup files, EditScope scope) {
        this.files = files;
        this.scope = scope;
    }

    List<String> named() {
        return files.named();
    }

    boolean exists(String path) {
        return bytes(path).isPresent();
    }

    Optional<byte[]> bytes(String path) {
        return scope.objection(path).isPresent() ? Optional.empty() : read.computeIfAbsent(path, files::read);
    }
}
