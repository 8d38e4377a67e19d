package dev.tracemend.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs in a folder of their own that stand for Docker's: they note how they were called, and end as they are told. */
final class FakeDocker {
    private final Path folder;

    FakeDocker(Path folder) {
        this.folder = folder;
    }

    /** Adds a program whose body is shell; {@code $calls} is the file of its calls. */
    FakeDocker program(String name, String body) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\ncalls=" + folder.resolve("calls") + "\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** A docker command with the plugin, on an engine; what compose is told ends with {@code exit}. */
    FakeDocker plugin(String step, int exit) throws IOException {
        return program("docker", """
                [ "$1 $2" = "compose version" ] && exit
                [ "$1" = version ] && exit
                if [ "$1 $2" = "image inspect" ]; then echo sha256:c0ffee; exit; fi
                echo "docker $*" >>"$calls"
                echo "said by $6"
                case " $* " in *" %s "*) exit %d ;; esac
                """.formatted(step, exit));
    }

    /** What the programs were called with, a line each; the two options for file and project left out. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return !Files.exists(calls)
                ? List.of()
                : Files.readAllLines(calls).stream()
                        .map(call -> call.replaceFirst(" -f \\S+ -p lightweight", ""))
                        .toList();
    }

    /** An environment whose PATH has these programs and no other. */
    Map<String, String> environment(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PATH", folder.resolve("bin").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        return environment;
    }
}
