package dev.tracemend.cli;

import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.ModelException;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.predict.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts recorded questions to a model again and tells how the answers compare with the recorded ones. */
final class TraceReplay {
    private final LanguageModel model;
    private final boolean json;
    private final Consumer<String> lines;

    TraceReplay(LanguageModel model, boolean json, Consumer<String> lines) {
        this.model = model;
        this.json = json;
        this.lines = lines;
    }

    /** One answer beside the recorded one; {@code problem} says why there is none. */
    record Played(int step, String name, String model, boolean same, String recorded, String now, String problem) {}

    /** Whether each answer is the recorded one. */
    boolean play(List<RecordedCall> calls) {
        boolean same = true;
        for (RecordedCall call : calls) {
            Played played = play(call);
            same &= played.same();
            lines.accept(json ? JsonLines.one(played) : text(played));
        }
        return same;
    }

    private Played play(RecordedCall call) {
        String recorded = said(call.reply());
        Optional<String> now = Optional.empty();
        String problem = "";
        try {
            now = Optional.of(said(model.call(call.request())));
        } catch (ModelException e) {
            problem = String.valueOf(e.getMessage());
        }
        boolean same = now.equals(Optional.of(recorded));
        return new Played(call.step(), call.name(), model.name(), same, recorded, now.orElse(""), problem);
    }

    private static String said(ModelReply reply) {
        StringBuilder text = new StringBuilder(reply.text());
        reply.calls().forEach(call -> text.append(text.isEmpty() ? "" : "\n")
                .append(call.name())
                .append(' ')
                .append(call.arguments()));
        return text.toString();
    }

    private static String text(Played played) {
        String head = played.step() + ". " + played.name() + " (" + played.model() + "): ";
        if (played.same()) {
            return head + "the same, " + played.now().length() + " characters\n"
                    + played.now().indent(3).stripTrailing();
        }
        return head + (played.problem().isEmpty() ? "differs" : "no answer: " + played.problem()) + "\n   recorded:\n"
                + played.recorded().indent(5).stripTrailing() + "\n   now:\n"
                + played.now().indent(5).stripTrailing();
    }
}
