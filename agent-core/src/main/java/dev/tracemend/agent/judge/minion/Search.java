package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.SearchResult.Hit;
import dev.tracemend.agent.judge.minion.Target.Nearness;
import dev.tracemend.agent.judge.minion.World.Entry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final long LINGER_NANOS = 250_000_000L;

    private final SearchRequest request;
    private final Supplier<CandidateLoader> loaders;
    private final Progress progress;
    private final Map<Scenario, Hit> hits = new LinkedHashMap<>();
    private final InputShelf inputs;
    private final long started = System.nanoTime();
    private World world;
    private volatile long attempts;
    private long firstHit;

    Search(SearchRequest request, Supplier<CandidateLoader> loaders, Progress progress) {
        this.request = request;
        this.loaders = loaders;
        this.progress = progress;
        this.inputs = new InputShelf(request.maxInputs());
        this.world = newWorld();
    }

    private World newWorld() {
        return new World(loaders.get(), request, progress);
    }

    void run() {
        if (world.entries(true).isEmpty()) {
            return;
        }
        while (attempts < MOST_ATTEMPTS && !enough()) {
            attempts++;
            if (world.keepsStatics() && attempts % 64 == 0) {
                world = newWorld();
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
        long now = System.nanoTime();
        long limit = started + request.limitMillis() * 1_000_000;
        if (firstHit != 0) {
            limit = Math.min(limit, firstHit + LINGER_NANOS);
            boolean good = hits.values().stream()
                            .filter(hit -> hit.nearness() != Nearness.PLACE)
                            .count()
                    >= request.maxHits();
            if (good && inputs.full()) {
                return true;
            }
        }
        return now > limit;
    }

    private double elapsed() {
        return (System.nanoTime() - started) / (request.limitMillis() * 1e6);
    }

    private void attempt(Random random) {
        boolean searching = firstHit == 0;
        boolean nulls =
                searching ? elapsed() > 0.35 && random.nextInt(2) == 0 : nullsHelped() && random.nextInt(2) == 0;
        List<Entry> entries =
                world.entries(elapsed() > 0.5 || world.entries(false).isEmpty());
        if (entries.isEmpty()) {
            return;
        }
        int nth = random.nextInt(3) == 0 ? random.nextInt(entries.size()) : 0;
        while (nth + 1 < entries.size() && random.nextInt(2) == 0) {
            nth++;
        }
        Entry entry = random.nextInt(5) == 0 ? world.beside(entries.get(nth), random) : entries.get(nth);
        if (!request.skip().contains(entry.key())) {
            try {
                examine(draft(entry, random, nulls));
            } catch (Unbuildable none) {
                // another attempt may choose another constructor
            }
        }
    }

    /** Whether only nulls made it fail. */
    private boolean nullsHelped() {
        return hits.keySet().stream().allMatch(scenario -> scenario.toString().contains("type=null"));
    }

    private Scenario draft(Entry entry, Random random, boolean nulls) throws Unbuildable {
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
            maker.prepare(receiver, owner, random.nextInt(5));
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
            Outcome outcome = world.interpreter().run(scenario, false);
            if (request.target().nearness(outcome) != Nearness.NONE) {
                keep(scenario.upTo(outcome.step()), request.target().nearness(outcome));
                return;
            }
            boolean last = outcome.step() == scenario.steps().size() - 1;
            if (last || outcome.ending() != Ending.THREW) {
                if (outcome.ending() != Ending.INVALID) {
                    inputs.offer(scenario, outcome);
                }
                return;
            }
            Optional<Scenario> rest = Rewrite.without(scenario, outcome.step());
            if (rest.isEmpty()) {
                return;
            }
            scenario = rest.get();
        }
    }

    private static boolean calls(Scenario scenario, List<String> members) {
        boolean[] found = {false};
        if (!members.isEmpty()) {
            Rewrite.map(scenario, expr -> {
                found[0] |= expr instanceof Expr.Call call && members.contains(call.owner() + "#" + call.name())
                        || expr instanceof Expr.StaticCall fixed && members.contains(fixed.owner() + "#" + fixed.name())
                        || expr instanceof Expr.Create create && members.contains(create.owner() + "#<init>");
                return expr;
            });
        }
        return found[0];
    }

    private void keep(Scenario failing, Nearness nearness) {
        if (hits.containsKey(failing)) {
            return;
        }
        World place = world;
        Scenario small = new Shrinker(request.pools(), candidate -> {
                    World there = place.keepsStatics() ? newWorld() : place;
                    Outcome outcome = there.interpreter().run(candidate, false);
                    return request.target().nearness(outcome).compareTo(nearness) <= 0
                            && outcome.step() == candidate.steps().size() - 1;
                })
                .shrink(failing);
        Nearness again = request.target().nearness(newWorld().interpreter().run(small, false));
        if (again == Nearness.NONE) {
            return;
        }
        if (firstHit == 0) {
            firstHit = System.nanoTime();
        }
        synchronized (hits) {
            if (hits.size() < 4 * request.maxHits()) {
                hits.putIfAbsent(small, new Hit(small, again, Rewrite.size(small, request.pools())));
            }
        }
    }
}
