package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tracemend.agent.fix.ScriptCorpus.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ScriptCorpusIT {
    private static final Logger log = LoggerFactory.getLogger(ScriptCorpusIT.class);

    @TempDir
    private Path folder;

    @Test
    void halfOfThePythonCasesAreVerifiedAndRightAndNoneIsVerifiedAndWrong() {
        assumeTrue(starts("python3", "-c", "import pytest"), "python3 with pytest is not installed: install python3-pytest");
        judged("python", 15);
    }

    @Test
    void halfOfTheNodeCasesAreVerifiedAndRightAndNoneIsVerifiedAndWrong() {
        assumeTrue(starts("node", "--version"), "node is not installed: install nodejs");
        judged("node", 10);
    }

    private void judged(String language, int least) {
        List<Ended> all = new ArrayList<>();
        for (Path each : ScriptCorpus.cases(language)) {
            all.add(ScriptCorpus.run(each, folder.resolve(each.getFileName().toString())));
        }
        String table = ScriptCorpus.table(all);
        log.info("\n{}", table);

        assertThat(all).hasSizeGreaterThanOrEqualTo(least);
        assertThat(all).as(table).noneMatch(Ended::wrong);
        assertThat(all.stream().filter(Ended::solved).count()).as(table).isGreaterThanOrEqualTo((all.size() + 1) / 2);
    }

    static boolean starts(String... words) {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
