package dev.tracemend.logs;

import java.util.List;
import java.util.Optional;

/** Understands events: reads head and trace, judges, and names the cause, by the rules of one grouping. */
public final class EventReader {
    private static final ErrorVerdict NO_ERROR = new ErrorVerdict(0, List.of());
    /** So far below an error that what is new about it decides. */
    private static final int NEARLY = 10;

    private final GroupingRules rules;

    /** A reader that keeps to these rules. */
    public EventReader(GroupingRules rules) {
        this.rules = rules;
    }

    /** Reads an event; what is new is not looked at, so the same text gives the same reading wherever it is read. */
    public EventReading read(String event) {
        return read(event, LineParser.parse(event), Optional.empty());
    }

    /** Reads an event whose head is known; {@code novelty} learns from it, where there is one. */
    public EventReading read(String event, LineFacts facts, Optional<TemplateTree> novelty) {
        boolean quiet = facts.level() == Level.INFO || facts.level() == Level.DEBUG || facts.level() == Level.TRACE;
        boolean single = event.indexOf('\n') < 0;
        StackTrace trace = quiet && single ? StackTrace.NONE : TraceParser.parse(event);
        ErrorVerdict verdict = ErrorDetector.judge(facts, trace, event, false);
        boolean nearly = !verdict.isError() && verdict.score() >= ErrorVerdict.LEAST - NEARLY;
        if (novelty.isPresent()) {
            verdict = withNovelty(event, facts, trace, verdict, nearly, novelty.get());
        }
        Optional<GroupingRule> rule = rules.match(facts, trace);
        if (rule.isEmpty()) {
            String cause = verdict.isError() ? cause(facts, trace, novelty) : "";
            return new EventReading(facts, trace, verdict, cause, "");
        }
        return ruled(rule.get(), facts, trace, verdict);
    }

    /** Messages that differ in a word only are one cause where the source is known from its beginning. */
    private static String cause(LineFacts facts, StackTrace trace, Optional<TemplateTree> templates) {
        if (templates.isEmpty() || Fingerprint.isOfFrames(trace)) {
            return Fingerprint.of(trace, facts);
        }
        String type = trace.isEmpty() ? "" : trace.root().type();
        String message = trace.isEmpty() ? facts.message() : trace.root().message();
        String template =
                templates.get().see(type + ' ' + facts.logger(), message).template();
        return Fingerprint.ofMessage(type, facts.logger(), template);
    }

    private static ErrorVerdict withNovelty(
            String event, LineFacts facts, StackTrace trace, ErrorVerdict verdict, boolean nearly, TemplateTree tree) {
        if (!nearly) {
            tree.pass();
            return verdict;
        }
        boolean novel = tree.see(facts.logger(), facts.message()).novel();
        return novel ? ErrorDetector.judge(facts, trace, event, true) : verdict;
    }

    private static EventReading ruled(GroupingRule rule, LineFacts facts, StackTrace trace, ErrorVerdict verdict) {
        String why = "rule " + rule.text();
        if (rule.action() == GroupingRule.Action.IGNORE) {
            return new EventReading(facts, trace, NO_ERROR, "", rule.text());
        }
        ErrorVerdict decided = rule.action() == GroupingRule.Action.ERROR
                ? new ErrorVerdict(100, List.of(new ErrorVerdict.Weight(why, 100)))
                : verdict;
        String cause = decided.isError() ? Fingerprint.of(trace, facts, rule) : "";
        return new EventReading(facts, trace, decided, cause, rule.text());
    }
}
