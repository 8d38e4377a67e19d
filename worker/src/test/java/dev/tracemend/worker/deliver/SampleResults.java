package dev.tracemend.worker.deliver;

import dev.tracemend.contracts.CheckStep;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.RootCause;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.VerificationInfo;
import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Results as a worker writes them. */
public final class SampleResults {
    /** Mends the class of {@link #cart}. */
    public static final String DIFF = """
            diff --git a/Cart.java b/Cart.java
            --- a/Cart.java
            +++ b/Cart.java
            @@ -1,3 +1,3 @@
             class Cart {
            -    int total = null;
            +    int total = 0;
             }
            """;

    private SampleResults() {}

    /** A checkout with one commit of the class that the diff mends. */
    public static Path cart(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("Cart.java"), "class Cart {\n    int total = null;\n}\n");
        return GitFolder.commit(folder);
    }

    public static FixResult fix(String fingerprint, String id, Verdict verdict, PatchInfo patch, GitBase git) {
        return worded(fingerprint, id, verdict, patch, git, "Start the total at zero", "the total is never set");
    }

    public static FixResult worded(
            String fingerprint,
            String id,
            Verdict verdict,
            PatchInfo patch,
            GitBase git,
            String summary,
            String cause) {
        return new FixResult(
                "app",
                summary,
                "seen",
                "do",
                1_700_000_000,
                1,
                id,
                "ctx-" + id,
                fingerprint,
                "NullPointerException: total",
                3,
                verdict,
                "",
                "proved",
                "heuristic",
                new RootCause(cause, 0.8, List.of("Cart.java:2")),
                List.of(),
                patch,
                new VerificationInfo(
                        "verified",
                        List.of("Reproduction"),
                        7,
                        "class Reproduction {}",
                        "bubblewrap",
                        List.of(new CheckStep("compile", true, "compiles", 1.5))),
                git,
                ModelUse.NONE,
                3,
                Map.of("total", 2.5));
    }
}
