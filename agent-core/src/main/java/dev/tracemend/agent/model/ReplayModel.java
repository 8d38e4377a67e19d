package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.agent.model.ModelException.Kind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Answers from a recording, byte for byte. The same request recorded several times is answered in the recorded order, and
 * with its last answer from then on; a request that was never recorded is an error, never a guess.
 */
public final class ReplayModel implements LanguageModel {
    private final String name;
    private final Abilities abilities;
    private final Map<String, Queue<ModelReply>> replies = new ConcurrentHashMap<>();

    /**
     * The lines of a recording or of a trace.
     *
     * @param abilities what the recorded model could do, so that it is asked in the same way
     * @throws IllegalArgumentException when a line is no recorded call; the message names its number
     */
    public ReplayModel(List<String> lines, Abilities abilities) {
        this.abilities = abilities;
        String recorded = "replay";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                JsonNode whole = CallCodec.parse(lines.get(i));
                if (whole.has("name") && !whole.has("call")) {
                    continue; // a tool's step of a trace
                }
                JsonNode line = whole.path("call").isObject() ? whole.path("call") : whole;
                recorded = line.path("model").asText(recorded);
                replies.computeIfAbsent(line.path("request").toString(), key -> new ConcurrentLinkedQueue<>())
                        .add(CallCodec.reply(line.path("reply")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the recording: " + e.getMessage(), e);
            }
        }
        this.name = recorded;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Abilities abilities() {
        return abilities;
    }

    @Override
    public ModelReply call(ModelRequest request) {
        Queue<ModelReply> queue =
                replies.getOrDefault(CallCodec.request(request).toString(), new ArrayDeque<>());
        synchronized (queue) {
            ModelReply reply = queue.size() > 1 ? queue.poll() : queue.peek();
            if (reply == null) {
                throw new ModelException(
                        Kind.UNAVAILABLE,
                        "the recording holds no such request (its last words: " + lastWords(request)
                                + "); record the run again");
            }
            return reply;
        }
    }

    private static String lastWords(ModelRequest request) {
        String text = request.messages().isEmpty()
                ? ""
                : request.messages().get(request.messages().size() - 1).text().strip();
        return text.length() <= 120 ? text : "…" + text.substring(text.length() - 120);
    }
}
