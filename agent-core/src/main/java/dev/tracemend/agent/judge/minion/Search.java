package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.SearchResult.Hit;
import dev.tracemend.agent.judge.minion.Target.Nearness;
import dev.tracemend.agent.judge.minion.World.Entry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Looks for scenarios that fail as the log says: random calls, guided by what the log, the message and the sources hold,
 * each attempt from its own seed. What fails is shrunk and must fail again with fresh statics. Nulls and private methods
 * are tried only when nothing else has failed for a while.
 */
final class Search {
    private static final long MOST_ATTEMPTS = 400_000;
    private static final int MOST_KNOWN = 12;
    /** Attempts without nulls before one may be what is missing; few where a null is what the log tells of. */
    private static final long FEW_WITHOUT_NULLS = 3_000;

    private static final long MANY_WITHOUT_NULLS = 40_000;
    /** So many attempts without an input that shows something else are enough. */
    private static final long NOTHING_NEW = 4_000;
    /** One attempt in so many brings an object into a state that takes many calls. */
    private static final int DEEP = 8;

    private static final int DEEP_LOOKING_ON = 3;
    private static final long LINGER_NANOS = 250_000_000L;
    private static final long LONG_LINGER_NANOS = 600_000_000L;
    private static final long LONGEST_LINGER_NANOS = 2_000_000_000L;

    private final SearchRequest request;
    private final Supplier<CandidateLoader> loaders;
    private final Progress progress;
    private final long ticks;
    private final Map<Scenario, Hit> hits = new LinkedHashMap<>();
    private final Map<Integer, Integer> known = new HashMap<>();
    private final InputShelf inputs;
    private final SearchClock clock;
    private final World world;
    private Interpreter interpreter;
    private volatile long attempts;
    private long firstHit;
    private long drafted;
    private long lastKept;

    Search(SearchRequest request, Supplier<CandidateLoader> loaders, Progress progress, long ticks) {
        this.request = request;
        this.loaders = loaders;
        this.progress = progress;
        this.ticks = ticks;
        this.inputs = new InputShelf(request.maxInputs());
        this.clock = new SearchClock(request.limitMillis());
        this.world = new World(loaders.get(), request);
        this.interpreter = fresh();
    }

    /** Runs with new statics. */
    private Interpreter fresh() {
        return new Interpreter(loaders.get(), progress, ticks);
    }

    void run() {
        if (world.entries(true).isEmpty()) {
            return;
        }
        while (attempts < MOST_ATTEMPTS && !enough()) {
            attempts++;
            if (world.keepsStatics() && attempts % 64 == 0) {
                interpreter = fresh();
            }
            attempt(new Random(request.seed() + attempts * 0x9E3779B97F4A7C15L));
        }
    }

    /** What has been found so far; may be asked while the search runs. */
    SearchResult result() {
        synchronized (hits) {
            List<Hit> sorted = new ArrayList<>(hits.values());
            sorted.sort(Comparator.comparing(Hit::nearness).thenComparingInt(Hit::size));
            return new SearchResult(sorted, inputs.kept(), attempts);
        }
    }

    private boolean enough() {
        if (looksOn() && (inputs.full() || attempts - lastKept > NOTHING_NEW)) {
            return true;
        }
        if (firstHit != 0) {
            boolean good = hits.values().stream()
                            .filter(hit -> hit.nearness() != Nearness.PLACE)
                            .count()
                    >= request.maxHits();
            long linger = stillToMatch() ? LONGEST_LINGER_NANOS : everyWayIn() ? LINGER_NANOS : LONG_LINGER_NANOS;
            if (good && inputs.full() || clock.used() > firstHit + linger) {
                return true;
            }
        }
        return clock.over();
    }

    /** Whether the log tells what it failed for, and it was only made to fail for others: they may be other faults. */
    private boolean stillToMatch() {
        return request.target().tellsTheOffender()
                && hits.values().stream().noneMatch(hit -> hit.nearness() == Nearness.SAME);
    }

    /** Whether it was made to fail through the outermost open frame: the nearest to what really happened. */
    private boolean everyWayIn() {
        int outermost =
                world.entries(false).stream().mapToInt(Entry::level).max().orElse(-1);
        return hits.values().stream().anyMatch(hit -> hit.level() >= outermost);
    }

    /** Whether no failure is looked for, only inputs that show how the code behaves. */
    private boolean looksOn() {
        return request.target().type().isEmpty();
    }

    private void attempt(Random random) {
        boolean searching = firstHit == 0;
        boolean nulls = (searching ? nullsAreDue() : nullsHelped()) && random.nextInt(2) == 0;
        boolean stuck = searching && (drafted == 0 && attempts > 300 || clock.share() > 0.5);
        List<Entry> entries = world.entries(
                stuck || drafted == 0 && !searching || world.entries(false).isEmpty());
        if (entries.isEmpty()) {
            return;
        }
        Entry entry = entries.get(wayIn(entries.size(), searching, random));
        // What the class's own methods would never hand to a private one says nothing about how the code behaves.
        boolean besides = looksOn() && !entry.open() && random.nextInt(4) > 0;
        if (besides || random.nextInt(5) == 0) {
            entry = world.beside(entry, random);
        }
        if (!request.skip().contains(entry.key())) {
            try {
                examine(draft(entry, random, nulls));
            } catch (Unbuildable none) {
                // another attempt may choose another constructor
            }
        }
    }

    /** By count before by time: what is found must not hang on how fast the machine is. */
    private boolean nullsAreDue() {
        if (looksOn()) {
            return false;
        }
        boolean ofNull = request.target().type().equals("java.lang.NullPointerException");
        return attempts > (ofNull ? FEW_WITHOUT_NULLS : MANY_WITHOUT_NULLS) || clock.share() > 0.35;
    }

    /** The innermost frames first; once it has failed, the outer ones are as good. */
    private static int wayIn(int entries, boolean searching, Random random) {
        if (!searching || random.nextInt(3) == 0) {
            return random.nextInt(entries);
        }
        int nth = 0;
        while (nth + 1 < entries && random.nextInt(2) == 0) {
            nth++;
        }
        return nth;
    }

    /** Whether only nulls made it fail. */
    private boolean nullsHelped() {
        return hits.keySet().stream().allMatch(scenario -> scenario.toString().contains("type=null"));
    }

    private Scenario draft(Entry entry, Random random, boolean nulls) throws Unbuildable {
        Scenario made = made(entry, random, nulls);
        drafted += entry.open() ? 1 : 0;
        return made;
    }

    private Scenario made(Entry entry, Random random, boolean nulls) throws Unbuildable {
        Draft draft = new Draft();
        Palette palette = new Palette(request.pools(), random);
        Maker maker = new Maker(entry.universe(), palette, random, draft, nulls);
        Class<?> owner = entry.member().getDeclaringClass();
        if (!(entry.member() instanceof Method method)) {
            draft.add(
                    new Expr.Create(owner.getName(), Maker.params(entry.member()), maker.args(entry.member(), 0)),
                    owner,
                    owner);
        } else if (Modifier.isStatic(method.getModifiers())) {
            maker.prepareStatics(owner, random.nextInt(3));
            maker.call(null, method, 0);
        } else {
            Expr receiver = maker.receiver(owner);
            boolean deep = random.nextInt(looksOn() ? DEEP_LOOKING_ON : DEEP) == 0;
            maker.prepare(receiver, owner, deep ? 6 + random.nextInt(20) : random.nextInt(5));
            maker.call(receiver, method, 0);
        }
        return draft.finished();
    }

    /** Runs a scenario; calls that only prepare and fail at it are left out and the rest is run again. */
    private void examine(Scenario drafted) {
        Scenario scenario = drafted;
        for (int round = 0; round < 5; round++) {
            if (calls(scenario, request.skip())) {
                return;
            }
            Outcome outcome = interpreter.run(scenario, false);
            if (request.target().nearness(outcome) != Nearness.NONE) {
                Scenario failing = scenario.upTo(outcome.step());
                keep(failing, request.target().nearness(outcome), world.level(failing));
                return;
            }
            boolean last = outcome.step() == scenario.steps().size() - 1;
            if (last || outcome.ending() != Ending.THREW) {
                shelve(scenario, outcome);
                return;
            }
            if (looksOn()) {
                // Where the code fails before it is mended, those who mend it differ.
                shelve(scenario.upTo(outcome.step()), outcome);
            }
            Optional<Scenario> rest = ExprRewrite.without(scenario, outcome.step());
            if (rest.isEmpty()) {
                return;
            }
            scenario = rest.get();
        }
    }

    private void shelve(Scenario input, Outcome outcome) {
        if (outcome.ending() != Ending.INVALID && inputs.offer(input, outcome)) {
            lastKept = attempts;
        }
    }

    private static boolean calls(Scenario scenario, List<String> members) {
        boolean[] found = {false};
        if (!members.isEmpty()) {
            ExprRewrite.map(scenario, expr -> {
                found[0] |= expr instanceof Expr.Call call && members.contains(call.owner() + "#" + call.name())
                        || expr instanceof Expr.StaticCall fixed && members.contains(fixed.owner() + "#" + fixed.name())
                        || expr instanceof Expr.Create create && members.contains(create.owner() + "#<init>");
                return expr;
            });
        }
        return found[0];
    }

    private void keep(Scenario failing, Nearness nearness, int level) {
        // Shrinking costs much: a way in that only shows what is known has told enough.
        if (hits.containsKey(failing) || known.getOrDefault(level, 0) >= MOST_KNOWN) {
            return;
        }
        Interpreter used = interpreter;
        Scenario small = shrunk(failing, nearness, () -> used);
        Nearness again = request.target().nearness(fresh().run(small, false));
        if (again == Nearness.NONE) {
            // It leaned on what earlier runs had left in static fields.
            small = shrunk(failing, nearness, this::fresh);
            again = request.target().nearness(fresh().run(small, false));
            known.merge(level, again == Nearness.NONE ? 1 : 0, Integer::sum);
        }
        if (again != Nearness.NONE) {
            shelve(new Hit(small, again, level, ExprRewrite.size(small, request.pools())));
        }
    }

    private Scenario shrunk(Scenario failing, Nearness nearness, Supplier<Interpreter> runs) {
        return new Shrinker(request.pools(), candidate -> {
                    Outcome outcome = runs.get().run(candidate, false);
                    return request.target().nearness(outcome).compareTo(nearness) <= 0
                            && outcome.step() == candidate.steps().size() - 1;
                })
                .shrink(failing);
    }

    private void shelve(Hit hit) {
        if (firstHit == 0) {
            firstHit = clock.used();
        }
        synchronized (hits) {
            if (hits.size() >= 4 * request.maxHits() || hits.putIfAbsent(hit.scenario(), hit) != null) {
                known.merge(hit.level(), 1, Integer::sum);
            }
        }
    }
}
