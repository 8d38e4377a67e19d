package dev.tracemend.agent.tool.coding;

import dev.tracemend.agent.tool.ToolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a text occurs in another, and what becomes of it when it is replaced there. */
record ExactMatches(String text, String wanted, List<Integer> starts) {
    private static final int MOST_TOLD = 10;

    static ExactMatches of(String text, String wanted) {
        List<Integer> starts = new ArrayList<>();
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            starts.add(at);
        }
        return new ExactMatches(text, wanted, List.copyOf(starts));
    }

    String replace(String path, String by, Optional<Integer> occurrence) throws ToolException {
        requireAny(path);
        int number = occurrence.orElse(1);
        if (occurrence.isEmpty() && starts.size() > 1) {
            throw new ToolException("the text occurs " + starts.size() + " times in " + path + ", at the lines "
                    + lines() + "; lengthen it until it occurs once, or say which occurrence");
        }
        if (number < 1 || number > starts.size()) {
            throw new ToolException("there is no occurrence " + number + " of the text in " + path + "; it has "
                    + starts.size() + ", at the lines " + lines());
        }
        int start = starts.get(number - 1);
        return text.substring(0, start) + by + text.substring(start + wanted.length());
    }

    String replaceAll(String path, String by) throws ToolException {
        requireAny(path);
        return text.replace(wanted, by);
    }

    private void requireAny(String path) throws ToolException {
        if (starts.isEmpty()) {
            throw new ToolException("the text does not occur in " + path
                    + "; it must be exactly as the file has it, blanks and line ends included. Read the file again");
        }
    }

    private String lines() {
        return starts.stream()
                .limit(MOST_TOLD)
                .map(start -> Long.toString(1
                        + text.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()))
                .collect(Collectors.joining(", ", "", starts.size() > MOST_TOLD ? ", …" : ""));
    }
}
