package dev.tracemend.agent.repair;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;

/** A day that its month does not have, the 31st of June or 29 February: the month's last day is meant. */
final class MonthEndRule implements CrashRule {
    private static final int PARTS_OF_DATE = 3;

    @Override
    public boolean fits(Crash crash) {
        return crash.is("DateTimeException") && crash.message().startsWith("Invalid date ");
    }

    @Override
    public void propose(Scene scene, Proposals out) {
        SourceFile file = scene.site().file();
        for (MethodInvocationTree call : scene.site().all(MethodInvocationTree.class)) {
            List<? extends ExpressionTree> parts = call.getArguments();
            boolean date = Siblings.name(call).equals("of")
                    && file.facts().name(file.type(call)).startsWith("java.time.LocalDate")
                    && parts.size() >= PARTS_OF_DATE;
            if (date) {
                Rewrite rewrite = new Rewrite(file);
                String month = rewrite.type("java.time.YearMonth") + ".of(" + file.text(parts.get(0)) + ", "
                        + file.text(parts.get(1)) + ")";
                rewrite.replace(
                        parts.get(2), "Math.min(" + file.text(parts.get(2)) + ", " + month + ".lengthOfMonth())");
                out.cause(Operator.LAST_DAY, rewrite, 1, "not every month has that day; its last one is meant");
            }
        }
    }
}
