package dev.tracemend.tailer.source;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a container engine wraps the lines of a container: Docker's json-file, and CRI as Kubernetes' runtimes write it. */
enum ContainerFormat {
    /** Lines as they are. */
    PLAIN {
        @Override
        Optional<Part> part(byte[] line, int from, int to) {
            return Optional.empty();
        }
    },
    /** {@code {"log":"text\n","stream":"stdout","time":"…"}}; without a line feed in it the text goes on in the next. */
    DOCKER {
        @Override
        Optional<Part> part(byte[] line, int from, int to) {
            String text = new String(line, from, to - from, StandardCharsets.UTF_8);
            return DockerLine.parse(text);
        }
    },
    /** {@code <time> stdout F <text>}; {@code P} says that the text goes on in the next. */
    CRI {
        @Override
        Optional<Part> part(byte[] line, int from, int to) {
            int headEnd = Math.min(to, from + LONGEST_HEAD);
            Matcher head = CRI_HEAD.matcher(new String(line, from, headEnd - from, StandardCharsets.ISO_8859_1));
            if (!head.lookingAt()) {
                return Optional.empty();
            }
            byte[] text = java.util.Arrays.copyOfRange(line, from + head.end(), to);
            return Optional.of(
                    new Part(text, head.group(1).equals("stderr"), head.group(2).startsWith("P")));
        }
    };

    private static final int LONGEST_HEAD = 80;
    private static final Pattern CRI_HEAD = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d) (stdout|stderr)"
                    + " ([FP](?::[^ ]{0,20})?)(?: |$)");

    /** A piece of what a container has written to one of its streams. */
    record Part(byte[] text, boolean error, boolean goesOn) {}

    /** Empty when the line is not of this form. */
    abstract Optional<Part> part(byte[] line, int from, int to);

    /** By a line. */
    static ContainerFormat of(byte[] line, int from, int to) {
        if (to > from && line[from] == '{' && DOCKER.part(line, from, to).isPresent()) {
            return DOCKER;
        }
        return to > from
                        && line[from] >= '0'
                        && line[from] <= '9'
                        && CRI.part(line, from, to).isPresent()
                ? CRI
                : PLAIN;
    }
}
