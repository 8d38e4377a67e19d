package dev.tracemend.status.board;

import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.CheckStep;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.RootCause;
import dev.tracemend.contracts.VerificationInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts what came over the wire to sizes that a store and a page can bear. What is cut ends in {@code …}. */
final class Bounds {
    static final int LINES = 400;
    private static final int GLANCE = 200;
    private static final int LINE = 2_000;
    private static final int TEXT = 20_000;
    private static final int SOURCE = 400_000;
    private static final int ITEMS = 100;

    private Bounds() {}

    /** What a row of a listing can show. */
    static String glance(String text) {
        return cut(text, GLANCE);
    }

    static String line(String text) {
        return cut(text, LINE);
    }

    static List<String> log(List<String> lines) {
        return lines.stream().limit(LINES).map(Bounds::line).toList();
    }

    static List<ExceptionInfo> exceptions(List<ExceptionInfo> chain) {
        return chain.stream()
                .limit(10)
                .map(e -> new ExceptionInfo(line(e.type()), line(e.message()), frames(e.frames())))
                .toList();
    }

    private static List<FrameInfo> frames(List<FrameInfo> frames) {
        return frames.stream()
                .limit(ITEMS)
                .map(f -> new FrameInfo(line(f.className()), line(f.method()), line(f.file()), f.line(), f.inApp()))
                .toList();
    }

    static FixResult result(FixResult r, String topic, String fingerprint, String id) {
        return new FixResult(
                topic,
                line(r.summary()),
                cut(r.keyPoints(), TEXT),
                cut(r.plan(), TEXT),
                r.ts(),
                r.v(),
                id,
                line(r.ctxId()),
                fingerprint,
                line(r.title()),
                r.count(),
                r.verdict(),
                line(r.repeatOf()),
                cut(r.why(), TEXT),
                line(r.mode()),
                new RootCause(
                        cut(r.rootCause().text(), TEXT),
                        r.rootCause().confidence(),
                        lines(r.rootCause().evidence())),
                lines(r.commands()),
                patch(r.patch()),
                verification(r.verification()),
                r.git(),
                new ModelUse(
                        line(r.model().name()),
                        r.model().calls(),
                        r.model().tokensIn(),
                        r.model().tokensOut()),
                r.tries(),
                durations(r.durations()));
    }

    static AuditEntry audit(AuditEntry a, String fingerprint, String id) {
        return new AuditEntry(
                a.v(),
                id,
                a.topic(),
                fingerprint,
                line(a.by()),
                line(a.decision()),
                line(a.reason()),
                a.state(),
                lines(a.evidence()),
                a.ts());
    }

    private static PatchInfo patch(PatchInfo p) {
        return new PatchInfo(
                line(p.format()),
                cut(p.diff(), SOURCE),
                lines(p.files()),
                p.added(),
                p.removed(),
                line(p.operator()),
                p.symptom());
    }

    private static VerificationInfo verification(VerificationInfo v) {
        List<CheckStep> steps = v.steps().stream()
                .limit(ITEMS)
                .map(s -> new CheckStep(line(s.name()), s.passed(), cut(s.detail(), TEXT), s.seconds()))
                .toList();
        return new VerificationInfo(
                line(v.status()),
                lines(v.failToPass()),
                v.passToPass(),
                cut(v.reproducer(), SOURCE),
                line(v.sandbox()),
                steps);
    }

    private static Map<String, Double> durations(Map<String, Double> all) {
        Map<String, Double> kept = new LinkedHashMap<>();
        all.entrySet().stream().limit(ITEMS).forEach(e -> kept.put(line(e.getKey()), e.getValue()));
        return kept;
    }

    private static List<String> lines(List<String> all) {
        return all.stream().limit(ITEMS).map(Bounds::line).toList();
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }
}
