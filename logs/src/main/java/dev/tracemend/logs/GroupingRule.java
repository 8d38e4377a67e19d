package dev.tracemend.logs;

import java.util.List;

/**
 * One line of a grouping file: {@code type:java.net.*Exception message:"*gateway*" -> gateway-down}.
 *
 * @param text the line as written
 * @param matchers all must match
 * @param group what names the cause, for {@link Action#GROUP}
 */
record GroupingRule(String text, List<Matcher> matchers, Action action, String group) {

    GroupingRule {
        matchers = List.copyOf(matchers);
    }

    /** What a rule does. */
    enum Action {
        GROUP,
        IGNORE,
        ERROR
    }

    /** One condition: a field and a pattern with {@code *} for anything. */
    record Matcher(Field field, String pattern) {
        boolean test(LineFacts facts, StackTrace trace) {
            return switch (field) {
                case TYPE ->
                    trace.chain().stream().anyMatch(each -> matches(each.type()) || matches(each.simpleType()));
                case MESSAGE ->
                    matches(facts.message()) || trace.chain().stream().anyMatch(each -> matches(each.message()));
                case LOGGER -> matches(facts.logger());
                case LEVEL -> matches(facts.level().name());
                case FRAME ->
                    trace.chain().stream()
                            .flatMap(each -> each.frames().stream())
                            .anyMatch(frame -> matches(CodeName.of(frame)) || matches(frame.file()));
            };
        }

        private boolean matches(String value) {
            return Glob.matches(pattern, value);
        }
    }

    /** What a condition looks at. */
    enum Field {
        TYPE,
        MESSAGE,
        LOGGER,
        LEVEL,
        FRAME
    }

    boolean matches(LineFacts facts, StackTrace trace) {
        return matchers.stream().allMatch(each -> each.test(facts, trace));
    }

    /** The name of the cause of this event: what the rule says, with {@code {{ default }}} and its like filled in. */
    String key(LineFacts facts, StackTrace trace, String usual) {
        String type = trace.isEmpty() ? "" : CodeName.stableClass(trace.root().type());
        String message = trace.isEmpty() ? facts.message() : trace.root().message();
        return group.replace("{{ default }}", usual)
                .replace("{{ type }}", type)
                .replace("{{ logger }}", facts.logger())
                .replace("{{ message }}", MessageTemplate.of(message));
    }
}
