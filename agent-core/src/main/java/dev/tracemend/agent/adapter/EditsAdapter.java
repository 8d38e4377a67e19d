package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.signature.Layout;

/**
 * For signatures that answer with {@code cause} and {@code edits}: the marker layout, and besides it the free form in which
 * models like to word edits, the cause on the first line and the edits below. Code stands in neither as a string of JSON,
 * which small models get wrong.
 */
public final class EditsAdapter implements Adapter {
    private static final int LONGEST_CAUSE = 400;

    private final MarkerAdapter marker = new MarkerAdapter();

    @Override
    public String name() {
        return "edits";
    }

    @Override
    public boolean suits(Abilities abilities) {
        return true;
    }

    @Override
    public ModelRequest format(Prompt prompt) {
        return marker.format(prompt);
    }

    @Override
    public ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure {
        if (reply.text().contains("[[ ## ")) {
            return marker.parse(layout, reply);
        }
        if (reply.cut()) {
            throw new ParseFailure("the reply was cut off before its end; change less", reply.text());
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("cause", cause(reply.text()))
                .put("edits", reply.text());
    }

    private static String cause(String text) {
        String first = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> line.regionMatches(true, 0, "cause:", 0, 6)
                        ? line.substring(6).strip()
                        : line)
                .orElse("");
        return first.length() <= LONGEST_CAUSE ? first : first.substring(0, LONGEST_CAUSE) + "…";
    }
}
