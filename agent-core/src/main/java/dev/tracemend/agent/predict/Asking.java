package dev.tracemend.agent.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.Adapter;
import dev.tracemend.agent.adapter.JsonAdapter;
import dev.tracemend.agent.adapter.MarkerAdapter;
import dev.tracemend.agent.adapter.ParseFailure;
import dev.tracemend.agent.adapter.Prompt;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelException;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.signature.BindingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model in the first way that suits it; a reply that cannot be read is sent back once with what was wrong, then the
 * next way is tried once. The way that worked is remembered for the model. Safe for any number of threads.
 */
public final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final List<Adapter> ladder;
    private final Map<String, Integer> start = new ConcurrentHashMap<>();

    private Asking(List<Adapter> ladder) {
        this.ladder = List.copyOf(ladder);
    }

    /** Markers first, then JSON held to the schema, then any JSON object: DSPy's order. */
    public static Asking usual() {
        return inOrder(List.of(new MarkerAdapter(), JsonAdapter.schema(), JsonAdapter.object()));
    }

    /**
     * The given ways, the favourite first.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Asking inOrder(List<Adapter> ladder) {
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("asking a model needs at least one adapter");
        }
        return new Asking(ladder);
    }

    /** One question under a predictor's name, and what the outputs must pass beyond their types. */
    record Question(String predictor, Prompt prompt, Check check) {}

    /** A last look at outputs whose types are right, such as the constructor of their record. */
    @FunctionalInterface
    interface Check {
        void accept(ObjectNode outputs) throws BindingException;
    }

    ObjectNode ask(Question question, Run run) {
        LanguageModel model = run.model();
        int first = start.getOrDefault(model.name(), 0);
        Optional<ParseFailure> last = Optional.empty();
        for (int rung = first; rung < ladder.size(); rung++) {
            Adapter adapter = ladder.get(rung);
            if (!adapter.suits(model.abilities())) {
                continue;
            }
            try {
                ObjectNode outputs = tryOn(adapter, question, run, last.isEmpty());
                remember(model, rung, first);
                return outputs;
            } catch (ParseFailure failure) {
                last = Optional.of(failure);
            } catch (ModelException refused) {
                if (refused.kind() != ModelException.Kind.UNSUPPORTED) {
                    throw RunException.of(refused);
                }
                last = Optional.of(new ParseFailure(String.valueOf(refused.getMessage()), ""));
            }
        }
        throw new RunException.Unreadable(
                question.predictor(),
                model.name(),
                last.orElseGet(() ->
                        new ParseFailure("no adapter suits what its provider can do; add the marker adapter", "")));
    }

    private void remember(LanguageModel model, int rung, int first) {
        if (rung != first && start.put(model.name(), rung) == null) {
            LOG.info(
                    "{} is asked in the way '{}' from now on",
                    model.name(),
                    ladder.get(rung).name());
        }
    }

    private static ObjectNode tryOn(Adapter adapter, Question question, Run run, boolean repair) throws ParseFailure {
        ModelRequest request = adapter.format(question.prompt());
        Attempt first = attempt(adapter, question, run, request);
        if (first.outputs().isPresent()) {
            return first.outputs().get();
        }
        ParseFailure failure = first.failure().orElseThrow();
        if (!repair) {
            throw failure;
        }
        ModelRequest again = request.followedBy(
                Message.Answer.of(
                        first.reply().text().isBlank()
                                ? failure.raw() + " "
                                : first.reply().text()),
                new Message.Question("This reply cannot be used: " + failure.problem()
                        + ". Send the whole reply again, in the layout that was asked for, with this put right."));
        Attempt second = attempt(adapter, question, run, again);
        if (second.outputs().isPresent()) {
            return second.outputs().get();
        }
        throw second.failure().orElseThrow();
    }

    private record Attempt(ModelReply reply, Optional<ObjectNode> outputs, Optional<ParseFailure> failure) {}

    private static Attempt attempt(Adapter adapter, Question question, Run run, ModelRequest request) {
        long begun = System.nanoTime();
        ModelReply reply = run.model().call(request);
        Attempt attempt;
        try {
            ObjectNode outputs = adapter.parse(question.prompt().layout(), reply);
            question.check().accept(outputs);
            attempt = new Attempt(reply, Optional.of(outputs), Optional.empty());
        } catch (ParseFailure failure) {
            attempt = new Attempt(reply, Optional.empty(), Optional.of(failure));
        } catch (BindingException refused) {
            attempt = new Attempt(
                    reply, Optional.empty(), Optional.of(new ParseFailure(refused.problem(), reply.text())));
        }
        run.trace()
                .add(new TraceStep(
                        question.predictor(),
                        question.prompt().inputs(),
                        Optional.of(new TraceStep.Call(run.model().name(), request, reply)),
                        adapter.name(),
                        attempt.outputs(),
                        attempt.failure().map(ParseFailure::problem).orElse(""),
                        "",
                        Duration.ofNanos(System.nanoTime() - begun)));
        return attempt;
    }
}
