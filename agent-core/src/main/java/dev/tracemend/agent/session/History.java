package dev.tracemend.agent.session;

import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ToolCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens a conversation to a number of tokens. The head (instruction, task, plan) is pinned; behind it, the oldest turns
 * go first and whole: an answer never without the results of its calls, a result never without its call, since providers
 * refuse either.
 */
public final class History {
    /** Characters of a token of English or code; estimates err on the safe side with fewer. */
    private static final int CHARACTERS = 3;

    private static final int EACH = 4;

    private History() {}

    /**
     * The messages that fit.
     *
     * @param pinned how many messages at the head stay in any case
     * @param tokens the most that may be kept, estimated; the newest turn stays even if it is longer
     */
    public static List<Message> within(List<Message> messages, int pinned, long tokens) {
        List<Message> head = messages.subList(0, Math.min(pinned, messages.size()));
        List<List<Message>> turns = turns(messages.subList(head.size(), messages.size()));
        long left = tokens - tokens(head);
        int from = turns.size();
        while (from > 0) {
            long next = tokens(turns.get(from - 1));
            if (next > left && from < turns.size()) {
                break;
            }
            left -= next;
            from--;
        }
        List<Message> kept = new ArrayList<>(head);
        if (from > 0) {
            kept.add(new Message.Question("(" + from + " earlier " + (from == 1 ? "turn is" : "turns are")
                    + " left out here to save room.)"));
        }
        turns.subList(from, turns.size()).forEach(kept::addAll);
        return kept;
    }

    /** Tokens of messages, estimated from their characters. */
    public static long tokens(List<Message> messages) {
        long characters = 0;
        for (Message message : messages) {
            characters += message.text().length() + (long) EACH * CHARACTERS;
            if (message instanceof Message.Answer answer) {
                for (ToolCall call : answer.calls()) {
                    characters += call.name().length() + call.arguments().length();
                }
            }
        }
        return characters / CHARACTERS;
    }

    /** A turn begins with an answer and ends before the next one; what stands before the first answer is a turn. */
    private static List<List<Message>> turns(List<Message> messages) {
        List<List<Message>> turns = new ArrayList<>();
        for (Message message : messages) {
            if (turns.isEmpty() || message instanceof Message.Answer) {
                turns.add(new ArrayList<>());
            }
            turns.get(turns.size() - 1).add(message);
        }
        return turns;
    }
}
