package dev.tracemend.agent.model;

import java.util.function.Consumer;

/** Passes calls on and records each that was answered, as one line that {@link ReplayModel} reads. */
public final class RecordingModel implements LanguageModel {
    private final LanguageModel model;
    private final Consumer<String> lines;

    /** Records into {@code lines}, which is called from whatever thread asks. */
    public RecordingModel(LanguageModel model, Consumer<String> lines) {
        this.model = model;
        this.lines = lines;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Abilities abilities() {
        return model.abilities();
    }

    @Override
    public ModelReply call(ModelRequest request) {
        ModelReply reply = model.call(request);
        lines.accept(CallCodec.line(model.name(), request, reply));
        return reply;
    }
}
