package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is asked of every family: the right edit among the first, and no candidate that is no change. */
final class RuleCheck {
    private static final int TRIED = 12;

    private RuleCheck() {}

    /** The first candidate of an operator, which must be among the best {@code rank} and make the run end in a value. */
    static Candidate mends(CrashLab lab, Operator operator, int rank, Object value) throws Exception {
        List<Candidate> candidates = wellFormed(lab);
        for (Candidate candidate : candidates.stream().limit(rank).toList()) {
            if (candidate.operator().equals(operator.word())) {
                CrashLab.Ending ending = lab.mended(candidate);
                if (ending.thrown() == null && Objects.equals(value, ending.value())) {
                    return candidate;
                }
            }
        }
        throw new AssertionError("no " + operator.word() + " among the first " + rank + " gives " + value + ":\n"
                + list(lab, candidates));
    }

    private static List<Candidate> wellFormed(CrashLab lab) throws Exception {
        List<Candidate> candidates = lab.candidates();
        assertThat(candidates).isNotEmpty().hasSizeLessThanOrEqualTo(150);
        Set<String> outcomes = new HashSet<>();
        int compiling = 0;
        List<Candidate> tried = candidates.stream().limit(TRIED).toList();
        for (Candidate candidate : candidates) {
            inRange(lab, candidate);
            String path = candidate.edits().get(0).path();
            assertThat(lab.applied(candidate)).isNotEqualTo(lab.source(path));
            assertThat(outcomes.add(path + lab.applied(candidate)))
                    .as(candidate.toString())
                    .isTrue();
            assertThat(candidate.rationale()).isNotBlank();
            assertThat(candidate.prior()).isBetween(0.0, 1.0);
        }
        for (Candidate candidate : tried) {
            compiling += lab.compiles(candidate) ? 1 : 0;
        }
        assertThat(compiling * 3)
                .as("of %d compile %d:\n%s", tried.size(), compiling, list(lab, candidates))
                .isGreaterThanOrEqualTo(tried.size() * 2);
        return candidates;
    }

    private static void inRange(CrashLab lab, Candidate candidate) {
        List<TextEdit> edits = new ArrayList<>(candidate.edits());
        int from = 0;
        for (TextEdit edit : edits) {
            assertThat(edit.start()).isGreaterThanOrEqualTo(from);
            assertThat(edit.end()).isLessThanOrEqualTo(lab.source(edit.path()).length());
            from = edit.end();
        }
    }

    static String list(CrashLab lab, List<Candidate> candidates) {
        StringBuilder list = new StringBuilder();
        for (Candidate each : candidates) {
            list.append(String.format("%.2f %s%s ", each.prior(), each.operator(), each.symptom() ? " (symptom)" : ""));
            each.edits().forEach(edit -> list.append('[')
                    .append(lab.source(edit.path()), edit.start(), edit.end())
                    .append("=>")
                    .append(edit.replacement().replace("\n", "\\n"))
                    .append(']'));
            list.append('\n');
        }
        return list.toString();
    }
}
