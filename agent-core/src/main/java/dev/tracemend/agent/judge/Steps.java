package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Scenario;
import java.util.HashMap;
import java.util.Map;

/** A scenario as a few lines for a person or a model. */
record Steps(Scenario scenario) {
    private static final int LONGEST = 600;

    String text() {
        Map<Integer, String> variables = new HashMap<>();
        ExprSource source = new ExprSource(new SourceNames(""), variables);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < scenario.steps().size(); i++) {
            variables.put(i, "v" + i);
            boolean last = i == scenario.steps().size() - 1;
            text.append(last ? "" : "v" + i + " = ")
                    .append(source.of(scenario.steps().get(i).expr()))
                    .append(";\n");
        }
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
