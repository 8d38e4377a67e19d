package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small project whose failure is made to happen again from its trace. */
final class ReproducedProject {
    private final SampleProject sample;
    private final Path scratch;

    /** Below {@code dir}: the project, and the judge's own folder. */
    ReproducedProject(Path dir) throws IOException {
        sample = new SampleProject(Files.createDirectory(dir.resolve("project")));
        scratch = dir.resolve("scratch");
    }

    SampleProject sample() {
        return sample;
    }

    /** The reproducer says {@code inReproducer}, and the edit of that class turns it. */
    void provedBy(Evidence evidence, String className, String before, String after, String... inReproducer)
            throws IOException {
        try (Judge judge = Judge.open(sample.project(), evidence, JudgeConfig.in(scratch))) {
            assertThat(judge.baseline().problem()).isEmpty();
            assertThat(judge.baseline().reproduced()).isTrue();
            assertThat(judge.baseline().reproducer()).contains(inReproducer);
            Judgement judgement = judge.judge(sample.edit(className, before, after));

            assertThat(judgement.proved()).as(judgement.feedback()).isTrue();
            assertThat(judgement.failToPass()).hasSize(1);
        }
    }
}
