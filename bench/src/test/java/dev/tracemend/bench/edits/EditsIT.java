package dev.tracemend.bench.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short form of {@code bench/run edits}, over edits that are made up. */
class EditsIT {

    @Test
    void nothingIsPlacedWronglyAndNearlyAllIsRecovered() {
        Random random = new Random(1);
        List<TrueEdit> edits = new ArrayList<>();
        for (int file = 0; file < 20; file++) {
            StringBuilder before = new StringBuilder("class C" + file + " {\n");
            StringBuilder after = new StringBuilder(before);
            for (int i = 0; i < 30; i++) {
                int times = random.nextInt(9);
                String head = "    int step" + i + "(int amount) {\n        // step " + i + " of \"all\"\n\n"
                        + "        int result = amount + " + i + ";\n";
                before.append(head)
                        .append("        return result * ")
                        .append(times)
                        .append(";\n    }\n\n");
                int now = i % 5 == 0 ? times + 10 : times;
                after.append(head)
                        .append("        return result * ")
                        .append(now)
                        .append(";\n    }\n\n");
            }
            edits.addAll(TrueEdits.between("src/C" + file + ".java", before + "}\n", after + "}\n"));
        }

        EditTally tally = EditsCommand.run(edits, 900, 7);

        assertThat(tally.trials()).isGreaterThan(500);
        assertThat(tally.wrong()).as(tally.table(true)).isZero();
        assertThat(tally.recall()).as(tally.table(true)).isGreaterThanOrEqualTo(0.97);
    }
}
