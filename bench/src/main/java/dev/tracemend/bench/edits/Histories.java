package dev.tracemend.bench.edits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.io.NullOutputStream;

/** Where true edits come from. */
final class Histories {
    private static final int LONGEST_FILE = 1 << 20;

    private Histories() {}

    /** The edits between two releases: {@code group:artifact:old:new}, their sources resolved by Maven. */
    static List<TrueEdit> ofReleases(String coordinates) throws IOException, InterruptedException {
        String[] parts = coordinates.split(":");
        if (parts.length != 4) {
            throw new IOException("write group:artifact:old:new, not " + coordinates);
        }
        Map<String, String> before = sources(parts[0], parts[1], parts[2]);
        Map<String, String> after = sources(parts[0], parts[1], parts[3]);
        List<TrueEdit> edits = new ArrayList<>();
        before.forEach((path, text) -> {
            String now = after.getOrDefault(path, text);
            if (!now.equals(text)) {
                edits.addAll(TrueEdits.between(path, text, now));
            }
        });
        return edits;
    }

    /** The edits of a repository's commits, newest first. */
    static List<TrueEdit> ofRepository(Path folder, int commits) throws IOException {
        List<TrueEdit> edits = new ArrayList<>();
        try (Repository repository =
                        new FileRepositoryBuilder().findGitDir(folder.toFile()).build();
                RevWalk walk = new RevWalk(repository);
                DiffFormatter diff = new DiffFormatter(NullOutputStream.INSTANCE)) {
            diff.setRepository(repository);
            walk.markStart(walk.parseCommit(repository.resolve("HEAD")));
            int seen = 0;
            for (RevCommit commit : walk) {
                if (commit.getParentCount() != 1) {
                    continue;
                }
                if (seen++ >= commits) {
                    break;
                }
                for (DiffEntry entry : diff.scan(commit.getParent(0), commit)) {
                    if (entry.getChangeType() == DiffEntry.ChangeType.MODIFY) {
                        String before = blob(repository, entry.getOldId().toObjectId());
                        String after = blob(repository, entry.getNewId().toObjectId());
                        edits.addAll(TrueEdits.between(entry.getNewPath(), before, after));
                    }
                }
            }
        }
        return edits;
    }

    private static String blob(Repository repository, org.eclipse.jgit.lib.ObjectId id) throws IOException {
        byte[] bytes = repository.open(id).getCachedBytes(LONGEST_FILE * 16);
        return bytes.length > LONGEST_FILE ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> sources(String group, String artifact, String version)
            throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("user.home"), ".m2", "repository")
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + "-sources.jar");
        if (!Files.exists(jar)) {
            String wanted = group + ":" + artifact + ":" + version + ":jar:sources";
            int exit = new ProcessBuilder(
                            "mvn", "-B", "-q", "dependency:get", "-Dtransitive=false", "-Dartifact=" + wanted)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0 || !Files.exists(jar)) {
                throw new IOException("Maven does not resolve " + wanted);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".java") && entry.getSize() < LONGEST_FILE) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    texts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
                }
            }
        }
        return texts;
    }
}
