package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.ScriptCorpus.Ended;
import dev.tracemend.logs.machine.RequiredTool;
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
        RequiredTool.command("it needs python3 with pytest: install python3-pytest", "python3", "-c", "import pytest");
        judged("python", 15);
    }

    @Test
    void halfOfTheNodeCasesAreVerifiedAndRightAndNoneIsVerifiedAndWrong() {
        RequiredTool.command("it needs node: install nodejs", "node", "--version");
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
}
