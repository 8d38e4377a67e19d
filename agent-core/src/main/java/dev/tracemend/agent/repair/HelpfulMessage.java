package dev.tracemend.agent.repair;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM's message of a null dereference says (JEP 358).
 *
 * @param did what was tried, for example {@code invoke "String.length()"}
 * @param member name of the method or field that was wanted; may be empty
 * @param variable the null expression as the JVM names it; empty where a method returned the null
 * @param method simple name of the method that returned the null; may be empty
 * @param methodOwner full name of that method's class; may be empty
 */
record HelpfulMessage(String did, String member, String variable, String method, String methodOwner) {
    private static final Pattern FORM = Pattern.compile(
            "Cannot (.{1,600}?)(?: because (?:the return value of \"([^\"]{1,400})\"|\"([^\"]{1,400})\") is null)?");
    private static final Pattern MEMBER = Pattern.compile("\"(?:[^\"(]*\\.)?([^\".(]+)(?:\\(.*)?\"");
    private static final Pattern METHOD = Pattern.compile("(?:([^(]*)\\.)?([^.(]+)\\(.*");

    static Optional<HelpfulMessage> parse(String message) {
        Matcher form = FORM.matcher(message.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Matcher member = MEMBER.matcher(form.group(1));
        Matcher method = METHOD.matcher(form.group(2) == null ? "" : form.group(2));
        boolean returned = method.matches();
        return Optional.of(new HelpfulMessage(
                form.group(1),
                member.find() ? member.group(1) : "",
                form.group(3) == null ? "" : form.group(3),
                returned ? method.group(2) : "",
                returned && method.group(1) != null ? method.group(1) : ""));
    }

    /** Whether a boxed number or flag was to be unboxed. */
    boolean unboxing() {
        return member.matches("(?:int|long|short|byte|double|float|boolean|char)Value");
    }

    /** Whether the class file names no variables, as those built without {@code -g} do. */
    boolean anonymous() {
        return variable.startsWith("<");
    }
}
