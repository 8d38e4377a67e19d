package dev.tracemend.agent.judge.minion;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does the jobs. One thread works; another may ask at any time how far it has come. */
final class Workshop {
    private static final String OURS = "dev.tracemend.agent.judge.minion.";
    private static final String ENGINE = "org.junit.jupiter.api.Test";
    private static final String CORE = "org.junit.runner.JUnitCore";
    /** One call of a search must not use up its time: that is a hundredth, at five nanoseconds a step. */
    private static final long SEARCH_TICKS_A_MILLI = 2_000;

    private final Progress progress = new Progress();
    private final CpuWatch cpu = new CpuWatch();
    private final PlainTests plain = new PlainTests();
    private Map<String, byte[]> classes = Map.of();
    private URL[] resources = {};
    private ClassLoader libraries = ClassLoader.getPlatformClassLoader();
    private final Map<String, BiConsumer<List<String>, Object>> runners = new HashMap<>();
    private volatile Supplier<Reply> sofar = () -> new Reply.Ready("");

    void work(Job job) {
        try {
            dispatch(job);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            String why = failed + " "
                    + List.of(failed.getStackTrace()).stream().limit(4).toList();
            sofar = () -> new Reply.Broken(why);
        }
    }

    private void dispatch(Job job) {
        cpu.reset();
        if (job instanceof Job.Load load) {
            load(load);
        } else if (job instanceof Job.Find find) {
            find(find.request());
        } else if (job instanceof Job.Run run) {
            run(run);
        } else if (job instanceof Job.Cover cover) {
            cover(cover);
        } else if (job instanceof Job.Test test) {
            test(test);
        } else if (job instanceof Job.Try few) {
            trying(few);
        }
    }

    Reply result() {
        return sofar.get();
    }

    boolean overdue(long limitNanos) {
        return progress.runningNanos() > limitNanos;
    }

    /** To be called now and then while a job is done. */
    void look() {
        cpu.look();
    }

    boolean owns(String className) {
        return classes.containsKey(className);
    }

    String inside() {
        return progress.inside();
    }

    private void load(Job.Load load) {
        classes = load.classes();
        resources = urls(load.resources());
        List<String> jars = new ArrayList<>(load.libraries());
        libraries = new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader());
        runners.clear();
        plain.clear();
        sofar = () -> new Reply.Ready("loaded");
    }

    private static URL[] urls(List<String> paths) {
        URL[] urls = new URL[paths.size()];
        try {
            for (int i = 0; i < urls.length; i++) {
                urls[i] = new File(paths.get(i)).toURI().toURL();
            }
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
        return urls;
    }

    private CandidateLoader loader(Map<String, byte[]> changed) {
        CandidateLoader loader = new CandidateLoader(classes, changed, resources, libraries);
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    private void find(SearchRequest request) {
        sofar = () -> new Reply.Found(new SearchResult(List.of(), List.of(), 0));
        Search search =
                new Search(request, () -> loader(Map.of()), progress, SEARCH_TICKS_A_MILLI * request.limitMillis());
        sofar = () -> new Reply.Found(search.result());
        search.run();
    }

    private void run(Job.Run run) {
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        sofar = () -> new Reply.Ran(List.copyOf(outcomes), cpu.most().ticks());
        Interpreter interpreter = new Interpreter(loader(run.changed()), progress, run.ticks());
        // Well before the watch ends this JVM.
        Effort each = new Effort(run.ticks(), run.callMillis() / 2);
        for (Scenario scenario : run.scenarios()) {
            cpu.begin(each);
            outcomes.add(interpreter.run(scenario, run.look()));
            cpu.end(true);
        }
    }

    /** What a test reached is read as soon as it has ended. */
    private void cover(Job.Cover job) {
        List<TestOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        List<String> hits = Collections.synchronizedList(new ArrayList<>());
        sofar = () -> new Reply.Covered(List.copyOf(outcomes), List.copyOf(hits));
        List<String> problems = new ArrayList<>();
        CandidateLoader loader = loader(job.changed());
        Interpreter interpreter = new Interpreter(loader, progress, Ticks.ENDLESS);
        execute(job.classes(), Effort.ENDLESS, problems, (name, failure) -> {
            String reached = reached(loader, job.counter());
            outcomes.add(failure == null ? passed(name) : interpreter.failed(name, failure));
            hits.add(reached);
        });
    }

    private static String reached(CandidateLoader loader, String counter) {
        try {
            int[] ids = (int[]) loader.loadClass(counter).getMethod("take").invoke(null);
            return Arrays.stream(ids).mapToObj(String::valueOf).collect(Collectors.joining(","));
        } catch (ReflectiveOperationException broken) {
            return "";
        }
    }

    /** The launcher is JUnit's, the tests' loader must see the same JUnit; so the runners are loaded beside it. */
    private void test(Job.Test test) {
        List<TestOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        sofar = () -> new Reply.Tested(List.copyOf(outcomes), String.join("; ", problems), cpu.most());
        CandidateLoader loader = loader(test.changed());
        Interpreter interpreter = new Interpreter(loader, progress, Ticks.ENDLESS);
        BiConsumer<String, @Nullable Throwable> listener = (name, failure) -> {
            progress.enter("the test after " + name);
            cpu.end(!(failure instanceof Ticks.UsedUp)); // what JUnit itself does is not counted
            outcomes.add(failure == null ? passed(name) : interpreter.failed(name, failure));
            cpu.begin(test.each());
        };
        execute(test.classes(), test.each(), problems, listener);
    }

    /** Ends with the first that cannot be run so. */
    private void trying(Job.Try job) {
        List<TestOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        sofar = () -> new Reply.Tested(List.copyOf(outcomes), String.join("; ", problems), cpu.most());
        CandidateLoader loader = loader(job.changed());
        progress.begin();
        for (String name : job.tests()) {
            Optional<TestOutcome> outcome = alone(name, job.each(), loader);
            if (outcome.isEmpty()) {
                problems.add(name + " is not a plain test");
                break;
            }
            outcomes.add(outcome.get());
        }
        progress.done();
    }

    private Optional<TestOutcome> alone(String name, Effort each, CandidateLoader loader) {
        progress.enter(name);
        cpu.begin(each);
        try {
            Optional<PlainTests.One> test = plain.find(name, loader);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            @Nullable Throwable thrown = test.get().thrown();
            cpu.end(!(thrown instanceof Ticks.UsedUp));
            if (thrown == null) {
                return Optional.of(passed(name));
            }
            Interpreter interpreter = new Interpreter(loader, progress, Ticks.ENDLESS);
            return PlainTests.skips(thrown) ? Optional.empty() : Optional.of(interpreter.failed(name, thrown));
        } finally {
            cpu.stop();
        }
    }

    private void execute(
            List<String> classes,
            Effort each,
            List<String> problems,
            BiConsumer<String, @Nullable Throwable> listener) {
        progress.enter("the tests");
        progress.begin();
        cpu.begin(each);
        try {
            if (known(CORE)) {
                runner("JUnit4Run", problems).ifPresent(tests -> tests.accept(classes, listener));
            }
            if (known(ENGINE) || !known(CORE)) {
                runner("JUnitRun", problems).ifPresent(tests -> tests.accept(classes, listener));
            }
        } catch (RuntimeException | LinkageError failed) {
            problems.add(String.valueOf(failed));
        } finally {
            cpu.stop();
            progress.done();
        }
    }

    private boolean known(String className) {
        try {
            Class.forName(className, false, libraries);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** Made once: looking for engines takes longer than most tests. */
    @SuppressWarnings("unchecked")
    private Optional<BiConsumer<List<String>, Object>> runner(String name, List<String> problems) {
        try {
            BiConsumer<List<String>, Object> runner = runners.get(name);
            if (runner == null) {
                runner = (BiConsumer<List<String>, Object>) Class.forName(OURS + name, true, libraries)
                        .getDeclaredConstructor()
                        .newInstance();
                runners.put(name, runner);
            }
            return Optional.of(runner);
        } catch (ReflectiveOperationException | LinkageError failed) {
            problems.add(String.valueOf(failed));
            return Optional.empty();
        }
    }

    private static TestOutcome passed(String name) {
        return new TestOutcome(name, true, "", List.of());
    }
}
