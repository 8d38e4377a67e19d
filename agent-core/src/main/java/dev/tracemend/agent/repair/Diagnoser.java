package dev.tracemend.agent.repair;

import dev.tracemend.logs.Language;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says why a failure happened, and whether the code is the place to mend it. It is not where something outside the code
 * failed, and where the code refused on purpose.
 */
public final class Diagnoser {
    private static final int MOST_PLACES = 8;

    private Diagnoser() {}

    /** The diagnosis; empty where there is no trace to read. */
    public static Optional<Diagnosis> diagnose(Evidence evidence, Project project) {
        if (evidence.trace().isEmpty()) {
            return Optional.empty();
        }
        List<String> places = evidence.sites().stream()
                .map(site -> site.path() + ":" + site.line())
                .distinct()
                .limit(MOST_PLACES)
                .toList();
        Optional<Diagnosis> outside = Outage.find(evidence)
                .map(outage -> new Diagnosis(outage.cause(), outage.confidence(), outage.plan(), places, false));
        boolean ranOut = UnclosedRule.ranOut(evidence.trace().root().message());
        if (outside.isPresent() && !ranOut) {
            return outside;
        }
        return Optional.of(refusal(evidence, project, places)
                .or(() -> outside)
                .or(() -> environment(evidence, project, places))
                .orElseGet(() -> fault(evidence, places)));
    }

    /** A script that reads its environment by key: the message is only the key's name. */
    private static Optional<Diagnosis> environment(Evidence evidence, Project project, List<String> places) {
        if (evidence.trace().language() != Language.PYTHON || evidence.sites().isEmpty()) {
            return Optional.empty();
        }
        String line = line(project, evidence.sites().get(0));
        if (!line.contains("os.environ[")) {
            return Optional.empty();
        }
        String key = Outage.firstLine(evidence.trace().root().message());
        return Optional.of(new Diagnosis(
                "The environment variable " + key + " is not set.",
                0.93,
                List.of("set " + key + " in this environment's configuration"),
                places,
                false));
    }

    private static String line(Project project, Site site) {
        Path file = project.root().resolve(site.path());
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(site.line() - 1L).findFirst().orElse("");
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    private static Optional<Diagnosis> refusal(Evidence evidence, Project project, List<String> places) {
        if (evidence.trace().language() != Language.JAVA || evidence.sites().isEmpty()) {
            return Optional.empty();
        }
        try (SourceSet sources =
                SourceSet.open(project, CrashRules.paths(evidence)).orElse(null)) {
            if (sources == null) {
                return Optional.empty();
            }
            Optional<Refusal> refusal = Refusal.find(evidence, sources);
            boolean meant = refusal.isPresent() || Outage.find(evidence).isPresent();
            return onTheWay(evidence, sources, places)
                    .filter(caller -> meant)
                    .or(() -> refusal.map(found -> refused(evidence, found, places)));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** What refused or ran out did so rightly; a call on the way to it is at fault. */
    private static Optional<Diagnosis> onTheWay(Evidence evidence, SourceSet sources, List<String> places) {
        String said = Outage.firstLine(evidence.trace().root().message());
        return new CrashRules()
                .candidates(evidence, sources).stream()
                        .findFirst()
                        .map(best -> new Diagnosis(
                                best.rationale() + "." + (said.isEmpty() ? "" : " The log says: " + said),
                                0.8,
                                List.of("correct the call; the check does what it should"),
                                places,
                                true));
    }

    /** A wrong request is the client's; a broken state may be ours, so that is said with less confidence. */
    private static Diagnosis refused(Evidence evidence, Refusal refusal, List<String> places) {
        ThrownException root = evidence.trace().root();
        String type = Outage.simple(root);
        boolean state = type.matches(
                "IllegalStateException|AssertionError|\\w*Error|UnsupportedOperationException|RuntimeException");
        String where = refusal.method().isEmpty() ? "The code" : refusal.method();
        String when = refusal.condition().isEmpty() ? "" : " because " + refusal.condition();
        String said = root.message().isEmpty() ? "" : " It says: " + Outage.firstLine(root.message());
        String cause = where + " refuses on purpose with " + type + when + "." + said;
        return state
                ? new Diagnosis(
                        cause + " Whoever calls it brought it into this state.",
                        0.55,
                        List.of("find the caller that broke the condition; do not remove the check"),
                        places,
                        false)
                : new Diagnosis(
                        cause,
                        0.85,
                        List.of("correct the input at its source; the check does what it should"),
                        places,
                        false);
    }

    private static Diagnosis fault(Evidence evidence, List<String> places) {
        ThrownException root = evidence.trace().root();
        CauseWords.Said said = CauseWords.of(root, places.isEmpty() ? "" : places.get(0));
        if (places.isEmpty()) {
            return new Diagnosis(
                    said.cause() + " No line of this checkout is in the trace.",
                    Math.min(0.4, said.confidence()),
                    List.of("check that the workspace is the service that wrote the log"),
                    places,
                    false);
        }
        return new Diagnosis(
                said.cause(),
                said.confidence(),
                List.of(
                        "make it happen again from the trace",
                        "correct the value where it comes from, at or above " + places.get(0)),
                places,
                true);
    }
}
