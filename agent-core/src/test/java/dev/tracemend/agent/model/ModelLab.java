package dev.tracemend.agent.model;

import dev.tracemend.agent.model.ScriptedProvider.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Every kind of model there is, made to give scripted replies; the last reply holds for ever. */
enum ModelLab {
    REPLAY,
    HEURISTIC,
    OPENAI,
    OLLAMA,
    ANTHROPIC;

    /** Whether there is a connection that could fail. */
    boolean connected() {
        return this != REPLAY && this != HEURISTIC;
    }

    ProviderScript provider() {
        return ProviderScript.valueOf(name());
    }

    /** What {@code use} gives with a model that replies so. */
    <T> T with(List<ModelReply> script, Function<LanguageModel, T> use) {
        switch (this) {
            case REPLAY -> {
                List<String> lines = new CopyOnWriteArrayList<>();
                quietly(use, new RecordingModel(new Script(script), lines::add));
                return use.apply(new ReplayModel(lines, Abilities.ALL));
            }
            case HEURISTIC -> {
                Deque<ModelReply> left = new ArrayDeque<>(script);
                return use.apply(new HeuristicModel(
                        List.of(request -> Optional.of(next(left).text()))));
            }
            default -> {
                Reply[] replies = script.stream()
                        .map(reply -> Reply.json(provider().whole(reply.text(), reply.calls(), reply.cut())))
                        .toArray(Reply[]::new);
                try (ScriptedProvider server = new ScriptedProvider(provider(), replies)) {
                    return use.apply(new ChatServerModel(server.config(Duration.ofSeconds(20))));
                }
            }
        }
    }

    private static <T> void quietly(Function<LanguageModel, T> use, LanguageModel recording) {
        try {
            use.apply(recording);
        } catch (RuntimeException asInTheReplay) {
            // The same happens again when it is replayed, and is looked at there.
            return;
        }
    }

    private static ModelReply next(Deque<ModelReply> left) {
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    /** The model whose run is recorded. */
    private static final class Script implements LanguageModel {
        private final Deque<ModelReply> left;

        Script(List<ModelReply> script) {
            this.left = new ArrayDeque<>(new ArrayList<>(script));
        }

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public Abilities abilities() {
            return Abilities.ALL;
        }

        @Override
        public ModelReply call(ModelRequest request) {
            return next(left);
        }
    }
}
