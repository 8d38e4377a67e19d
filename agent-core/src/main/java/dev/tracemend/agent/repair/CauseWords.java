package dev.tracemend.agent.repair;

import dev.tracemend.logs.ThrownException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words why an exception of a known class happens, from its message. */
final class CauseWords {
    private static final Pattern CAST =
            Pattern.compile("(?s)(?:class )?(\\S{1,200}) cannot be cast to (?:class )?(\\S{1,200}).*");
    private static final Pattern INPUT =
            Pattern.compile("(?s).*?(?:input string: |Text )[\"'](.{0,200}?)[\"'](?: .*)?");
    private static final Pattern ENUM = Pattern.compile("(?s)No enum constant (\\S+)\\.(.*)");

    private CauseWords() {}

    /** A cause and how sure it is. */
    record Said(String cause, double confidence) {}

    /** What the root cause's message says, at {@code place} ({@code path:line}, may be empty). */
    static Said of(ThrownException root, String place) {
        String type = Outage.simple(root);
        String message = Outage.firstLine(root.message());
        String at = place.isEmpty() ? "" : " at " + place;
        Optional<Said> said = known(type, root.message(), at);
        return said.orElseGet(() -> new Said(
                type + at + (message.isEmpty() ? " was thrown without a message." : " says: " + message), 0.4));
    }

    private static Optional<Said> known(String type, String message, String at) {
        String words =
                switch (type) {
                    case "NullPointerException" -> nothing(message, at);
                    case "IndexOutOfBoundsException",
                            "ArrayIndexOutOfBoundsException",
                            "StringIndexOutOfBoundsException",
                            "IndexError" -> outside(message, at);
                    case "ArithmeticException", "ZeroDivisionError" -> arithmetic(message, at);
                    case "NumberFormatException", "DateTimeParseException" -> text(type, message, at);
                    case "ClassCastException" -> cast(message, at);
                    case "ConcurrentModificationException" ->
                        "A collection is changed while the loop" + at + " runs over it.";
                    case "UnsupportedOperationException" ->
                        "A collection that cannot be changed (from List.of, toList() or the like) is changed" + at
                                + ".";
                    case "NoSuchElementException", "EmptyStackException" -> absent(message, at);
                    case "KeyError" -> "The key " + Outage.firstLine(message) + " is not there" + at + ".";
                    case "StackOverflowError", "RecursionError" ->
                        "A method calls itself without coming to an end" + at + ".";
                    case "IllegalArgumentException" -> constant(message, at);
                    case "AttributeError", "TypeError" ->
                        "A value is missing or of another type" + at + ": " + Outage.firstLine(message);
                    default -> "";
                };
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(words, at.isEmpty() ? 0.5 : confidence(type, message)));
    }

    private static double confidence(String type, String message) {
        boolean explained = !message.isEmpty()
                || List.of("ConcurrentModificationException", "StackOverflowError")
                        .contains(type);
        return explained ? 0.9 : 0.7;
    }

    private static String nothing(String message, String at) {
        return HelpfulMessage.parse(message)
                .map(said -> {
                    String what = !said.method().isEmpty()
                            ? "The call " + owner(said) + said.method() + "() gave null"
                            : said.variable().isEmpty() || said.anonymous()
                                    ? "A value is null"
                                    : said.variable() + " is null";
                    String wanted =
                            said.unboxing() ? "a number or flag is taken from it" : "the code wants to " + said.did();
                    return what + ", and " + wanted + at + ".";
                })
                .orElseGet(() -> "A null is used" + at + (message.isEmpty() ? "." : ": " + Outage.firstLine(message)));
    }

    private static String absent(String message, String at) {
        return "An element is taken" + at + " where there is none"
                + (message.isEmpty() ? "." : ": " + Outage.firstLine(message) + ".");
    }

    private static String owner(HelpfulMessage said) {
        String owner = said.methodOwner();
        return owner.isEmpty() ? "" : owner.substring(owner.lastIndexOf('.') + 1) + ".";
    }

    private static String outside(String message, String at) {
        OutOfBounds bounds = OutOfBounds.parse(message);
        if (bounds.index().isEmpty()) {
            return "An index lies outside" + at + (message.isEmpty() ? "." : ": " + Outage.firstLine(message));
        }
        int index = bounds.index().getAsInt();
        String length = bounds.length().isPresent() ? " of " + bounds.length().getAsInt() + " elements" : "";
        String why = bounds.negative()
                ? "; below zero often means that something was not found"
                : bounds.empty()
                        ? "; there are none at all"
                        : bounds.length().isPresent() && bounds.justBehind() ? "; that is one behind the last" : "";
        return "Index " + index + length + " is asked for" + at + why + ".";
    }

    private static String arithmetic(String message, String at) {
        if (message.contains("Non-terminating") || message.contains("Rounding")) {
            return "A decimal has no exact result" + at + " and nothing says how to round it.";
        }
        return message.contains("zero") || message.contains("undefined")
                ? "A number is divided by zero" + at + "."
                : "A calculation fails" + at + ": " + Outage.firstLine(message);
    }

    private static String text(String type, String message, String at) {
        String kind = type.startsWith("Number") ? "a number" : "a date or time of the wanted form";
        Matcher input = INPUT.matcher(message);
        if (input.matches()) {
            String found = input.group(1);
            String hint = !found.equals(found.strip())
                    ? "; there is white space around it"
                    : found.isEmpty() ? "; it is empty" : "";
            return "The text \"" + found.replaceAll("\\R", " ") + "\" is not " + kind + at + hint + ".";
        }
        return "A text is not " + kind + at + (message.isEmpty() ? "." : ": " + Outage.firstLine(message));
    }

    private static String cast(String message, String at) {
        Matcher cast = CAST.matcher(message);
        return cast.matches()
                ? "A value is a " + cast.group(1) + ", but the code takes it for a " + cast.group(2) + at + "."
                : "A value is of another type than the code takes it for" + at + ".";
    }

    private static String constant(String message, String at) {
        Matcher constant = ENUM.matcher(message);
        return constant.matches()
                ? "\"" + Outage.firstLine(constant.group(2)) + "\" is not the name of a constant of "
                        + constant.group(1) + at + "."
                : "";
    }
}
