package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs scenarios with the classes of one loader. For one thread at a time. */
final class Interpreter {
    private static final int LONGEST_CHAIN = 8;
    private static final int LONGEST_MESSAGE = 500;

    private final CandidateLoader loader;
    private final Progress progress;
    private final Members members;
    private final long ticks;
    private @Nullable Object[] given = {};

    /** Each scenario may take so many ticks. */
    Interpreter(CandidateLoader loader, Progress progress, long ticks) {
        this.loader = loader;
        this.progress = progress;
        this.ticks = ticks;
        this.members = new Members(loader);
    }

    /**
     * Runs a scenario and tells how it ended.
     *
     * @param look whether what it returned is rendered, which costs more than most calls
     */
    Outcome run(Scenario scenario, boolean look) {
        List<@Nullable Object> results = new ArrayList<>();
        int step = 0;
        progress.begin();
        Ticks.allow(ticks);
        try {
            for (; step < scenario.steps().size(); step++) {
                results.add(value(scenario.steps().get(step).expr(), results));
            }
            progress.done();
            return new Outcome(Ending.RETURNED, step - 1, look ? look(scenario, results) : "", List.of());
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            return cause instanceof Ticks.UsedUp ? hung(step) : threw(step, cause);
        } catch (Ticks.UsedUp endless) {
            return hung(step);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unfit) {
            return unfit instanceof ExceptionInInitializerError || unfit instanceof NoClassDefFoundError
                    ? threw(step, unfit)
                    : new Outcome(Ending.INVALID, step, String.valueOf(unfit), List.of());
        } finally {
            progress.done();
        }
    }

    private Outcome hung(int step) {
        return new Outcome(Ending.HUNG, step, progress.inside().replace('#', '.') + " did not come back", List.of());
    }

    private @Nullable Object value(Expr expr, List<@Nullable Object> results) throws ReflectiveOperationException {
        if (expr instanceof Expr.Literal literal) {
            return Literals.value(literal, loader);
        } else if (expr instanceof Expr.Ref ref) {
            return results.get(ref.step());
        } else if (expr instanceof Expr.Create create) {
            progress.enter(create.owner() + "#<init>");
            return members.constructor(create.owner(), create.params()).newInstance(values(create.args(), results));
        } else if (expr instanceof Expr.StaticCall call) {
            progress.enter(call.owner() + "#" + call.name());
            given = values(call.args(), results);
            return members.method(call.owner(), call.name(), call.params()).invoke(null, given);
        } else if (expr instanceof Expr.Call call) {
            return invoke(call, results);
        } else if (expr instanceof Expr.Constant constant) {
            return members.field(constant.owner(), constant.field()).get(null);
        } else if (expr instanceof Expr.Many many) {
            return Containers.value(many, values(many.items(), results), members);
        }
        Expr.Function function = (Expr.Function) expr;
        return Lambdas.value(function, value(function.result(), results), members);
    }

    private @Nullable Object invoke(Expr.Call call, List<@Nullable Object> results)
            throws ReflectiveOperationException {
        Object receiver = value(call.receiver(), results);
        if (receiver == null) {
            throw new NoSuchMethodException(call.name() + " of null");
        }
        @Nullable Object[] args = values(call.args(), results);
        given = args;
        progress.enter(call.owner() + "#" + call.name());
        return members.method(call.owner(), call.name(), call.params()).invoke(receiver, args);
    }

    private @Nullable Object[] values(List<Expr> exprs, List<@Nullable Object> results)
            throws ReflectiveOperationException {
        @Nullable Object[] values = new @Nullable Object[exprs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(exprs.get(i), results);
        }
        return values;
    }

    private String look(Scenario scenario, List<@Nullable Object> results) {
        ValueText text = new ValueText(loader);
        StringBuilder seen = new StringBuilder();
        int last = results.size() - 1;
        seen.append(text.of(results.get(last)));
        for (int i = 0; i < last; i++) {
            String type = scenario.steps().get(i).type();
            if (!type.equals("void") && scenario.steps().get(i).expr() instanceof Expr.Create) {
                seen.append("\n").append(text.of(results.get(i)));
            }
        }
        for (Object argument : given) {
            // A method may give back what it does in what it was given.
            if (argument instanceof Collection || argument instanceof Map || argument != null && argument.getClass().isArray()) {
                seen.append("\n").append(text.of(argument));
            }
        }
        return seen.toString();
    }

    private Outcome threw(int step, Throwable top) {
        return new Outcome(Ending.THREW, step, head(top), chain(top));
    }

    /** A test that failed. */
    TestOutcome failed(String name, Throwable failure) {
        return new TestOutcome(name, false, head(failure), chain(failure));
    }

    private List<Thrown> chain(Throwable top) {
        List<Thrown> chain = new ArrayList<>();
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable one = top; one != null && met.add(one) && chain.size() < LONGEST_CHAIN; one = one.getCause()) {
            chain.add(thrown(one));
        }
        return chain;
    }

    /** An exception as the project's frames show it. */
    private Thrown thrown(Throwable one) {
        StackTraceElement own = null;
        for (StackTraceElement frame : one.getStackTrace()) {
            if (loader.owns(frame.getClassName())) {
                own = frame;
                break;
            }
        }
        String type = one.getClass().getName();
        return own == null
                ? new Thrown(type, message(one), "", "", 0)
                : new Thrown(type, message(one), own.getClassName(), own.getMethodName(), own.getLineNumber());
    }

    /** An exception's message, bounded; the exception's own code may fail. */
    static String message(Throwable one) {
        try {
            String said = one.getMessage();
            return said == null ? "" : said.substring(0, Math.min(LONGEST_MESSAGE, said.length()));
        } catch (RuntimeException | StackOverflowError broken) {
            return "";
        }
    }

    private String head(Throwable top) {
        StringBuilder head = new StringBuilder(top.getClass().getName() + ": " + message(top));
        int shown = 0;
        for (StackTraceElement frame : top.getStackTrace()) {
            if (loader.owns(frame.getClassName()) && shown++ < 6) {
                head.append("\n\tat ").append(frame);
            }
        }
        return head.toString();
    }
}
