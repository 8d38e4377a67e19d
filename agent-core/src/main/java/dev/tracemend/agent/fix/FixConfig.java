package dev.tracemend.agent.fix;

import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.search.SearchLimits;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of the work on one task.
 *
 * @param workspace the git checkout to look into; it is never written
 * @param scratchRoot folder for scratch worktrees
 * @param cacheDir folder that remembers class paths
 * @param testCommand must be green after a fix, run by {@code sh} in the worktree; empty for none
 * @param testCommandLimit the longest one run of it may take
 * @param search how long to search
 * @param modelLimit time after which a model is not asked again
 * @param headStart time for the rules alone, unless they are through before, until a model works beside them
 * @param judge limits of the judge
 * @param unconfined whether code of the checkout may run with the user's rights: the test command always, a model's edits
 *     where the machine has no sandbox
 * @param decisionFile remembers what people decided on fixes
 * @param withTest whether the reproduction goes with a proved fix as a test of the project
 */
public record FixConfig(
        Path workspace,
        Path scratchRoot,
        Path cacheDir,
        String testCommand,
        Duration testCommandLimit,
        SearchLimits search,
        Duration modelLimit,
        Duration headStart,
        JudgeConfig judge,
        boolean unconfined,
        Path decisionFile,
        boolean withTest) {

    /** What people decided on fixes. */
    public FixDecisions decisions() {
        return new FixDecisions(decisionFile);
    }

    /** The defaults, with all scratch below a data folder. */
    public static FixConfig in(Path workspace, Path dataDir) {
        return new FixConfig(
                workspace,
                dataDir.resolve("scratch"),
                dataDir.resolve("cache"),
                "",
                Duration.ofMinutes(10),
                SearchLimits.defaults(),
                Duration.ofMinutes(3),
                Duration.ofSeconds(3),
                JudgeConfig.in(dataDir.resolve("scratch")),
                false,
                dataDir.resolve("decisions.tsv"),
                false);
    }

    /** The same with a test command. */
    public FixConfig withTestCommand(String command) {
        return copy(command, headStart, unconfined, withTest);
    }

    /** The same with another head start of the rules. */
    public FixConfig withHeadStart(Duration time) {
        return copy(testCommand, time, unconfined, withTest);
    }

    /** The same where code of the checkout may run with the user's rights. */
    public FixConfig withoutSandbox() {
        return copy(testCommand, headStart, true, withTest);
    }

    /** The same with the reproduction as a test beside a proved fix. */
    public FixConfig withReproduction() {
        return copy(testCommand, headStart, unconfined, true);
    }

    private FixConfig copy(String command, Duration start, boolean free, boolean tested) {
        return new FixConfig(
                workspace,
                scratchRoot,
                cacheDir,
                command,
                testCommandLimit,
                search,
                modelLimit,
                start,
                judge,
                free,
                decisionFile,
                tested);
    }
}
