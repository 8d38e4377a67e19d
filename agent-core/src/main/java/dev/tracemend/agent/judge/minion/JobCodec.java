package dev.tracemend.agent.judge.minion;

import dev.tracemend.agent.judge.minion.SearchResult.Hit;
import dev.tracemend.agent.judge.minion.Target.Nearness;

/** Jobs and replies as bytes. */
public final class JobCodec {
    private JobCodec() {}

    /** A job as bytes. */
    public static byte[] bytes(Job job) {
        WireWriter out = new WireWriter();
        if (job instanceof Job.Load load) {
            out.tag(0);
            out.map(load.classes(), out::bytes);
            out.texts(load.libraries());
            out.texts(load.resources());
        } else if (job instanceof Job.Find find) {
            out.tag(1);
            write(out, find.request());
            out.number(find.callMillis());
        } else if (job instanceof Job.Run run) {
            out.tag(2);
            out.map(run.changed(), out::bytes);
            out.list(run.scenarios(), scenario -> ScenarioCodec.write(out, scenario));
            out.flag(run.look());
            out.number(run.callMillis());
            out.number(run.ticks());
        } else if (job instanceof Job.Test test) {
            out.tag(3);
            out.map(test.changed(), out::bytes);
            out.texts(test.classes());
            out.number(test.limitMillis());
            write(out, test.each());
        } else if (job instanceof Job.Try one) {
            out.tag(4);
            out.map(one.changed(), out::bytes);
            out.texts(one.tests());
            out.number(one.limitMillis());
            write(out, one.each());
        } else if (job instanceof Job.Cover cover) {
            out.tag(9);
            out.map(cover.changed(), out::bytes);
            out.texts(cover.classes());
            out.text(cover.counter());
            out.number(cover.limitMillis());
        }
        return out.finished();
    }

    /** The job of these bytes. */
    public static Job job(byte[] bytes) {
        WireReader in = new WireReader(bytes);
        return switch (in.tag()) {
            case 0 -> new Job.Load(in.map(in::bytes), in.texts(), in.texts());
            case 1 -> new Job.Find(request(in), in.number());
            case 2 ->
                new Job.Run(
                        in.map(in::bytes),
                        in.list(() -> ScenarioCodec.scenario(in)),
                        in.flag(),
                        in.number(),
                        in.number());
            case 3 -> new Job.Test(in.map(in::bytes), in.texts(), in.number(), effort(in));
            case 4 -> new Job.Try(in.map(in::bytes), in.texts(), in.number(), effort(in));
            case 9 -> new Job.Cover(in.map(in::bytes), in.texts(), in.text(), in.number());
            default -> throw new IllegalArgumentException("no such job");
        };
    }

    /** A reply as bytes. */
    public static byte[] bytes(Reply reply) {
        WireWriter out = new WireWriter();
        write(out, reply);
        return out.finished();
    }

    private static void write(WireWriter out, Reply reply) {
        if (reply instanceof Reply.Ready ready) {
            out.tag(0);
            out.text(ready.java());
        } else if (reply instanceof Reply.Found found) {
            out.tag(1);
            out.list(found.result().hits(), hit -> {
                ScenarioCodec.write(out, hit.scenario());
                out.tag(hit.nearness().ordinal());
                out.number(hit.level());
                out.number(hit.size());
            });
            out.list(found.result().inputs(), input -> ScenarioCodec.write(out, input));
            out.number(found.result().attempts());
        } else if (reply instanceof Reply.Ran ran) {
            out.tag(2);
            out.list(ran.outcomes(), outcome -> ScenarioCodec.write(out, outcome));
            out.number(ran.ticks());
        } else if (reply instanceof Reply.Tested tested) {
            out.tag(3);
            out.list(tested.outcomes(), outcome -> write(out, outcome));
            out.text(tested.problem());
            write(out, tested.most());
        } else if (reply instanceof Reply.Covered covered) {
            out.tag(9);
            out.list(covered.outcomes(), outcome -> write(out, outcome));
            out.texts(covered.hits());
        } else if (reply instanceof Reply.Stopped stopped) {
            out.tag(4);
            out.text(stopped.inside());
            write(out, stopped.partial());
        } else if (reply instanceof Reply.Broken broken) {
            out.tag(5);
            out.text(broken.why());
        } else if (reply instanceof Reply.Spoiled spoiled) {
            out.tag(6);
            write(out, spoiled.whole());
        }
    }

    /** The reply of these bytes; whatever is wrong with them ends in {@link RuntimeException}. */
    public static Reply reply(byte[] bytes) {
        return reply(new WireReader(bytes));
    }

    private static Reply reply(WireReader in) {
        return in.nested(() -> switch (in.tag()) {
            case 0 -> new Reply.Ready(in.text());
            case 1 ->
                new Reply.Found(new SearchResult(
                        in.list(() -> new Hit(
                                ScenarioCodec.scenario(in),
                                ScenarioCodec.one(Nearness.values(), in.tag()),
                                (int) in.number(),
                                (int) in.number())),
                        in.list(() -> ScenarioCodec.scenario(in)),
                        in.number()));
            case 2 -> new Reply.Ran(in.list(() -> ScenarioCodec.outcome(in)), in.number());
            case 3 -> new Reply.Tested(in.list(() -> test(in)), in.text(), effort(in));
            case 9 -> new Reply.Covered(in.list(() -> test(in)), in.texts());
            case 4 -> new Reply.Stopped(in.text(), reply(in));
            case 5 -> new Reply.Broken(in.text());
            case 6 -> new Reply.Spoiled(reply(in));
            default -> throw new IllegalArgumentException("no such reply");
        });
    }

    private static void write(WireWriter out, Effort effort) {
        out.number(effort.ticks());
        out.number(effort.cpuMillis());
    }

    private static Effort effort(WireReader in) {
        return new Effort(in.number(), in.number());
    }

    private static void write(WireWriter out, TestOutcome outcome) {
        out.text(outcome.name());
        out.flag(outcome.passed());
        out.text(outcome.seen());
        out.list(outcome.chain(), thrown -> ScenarioCodec.write(out, thrown));
    }

    private static TestOutcome test(WireReader in) {
        return new TestOutcome(in.text(), in.flag(), in.text(), in.list(() -> ScenarioCodec.thrown(in)));
    }

    private static void write(WireWriter out, SearchRequest request) {
        Target target = request.target();
        out.text(target.type());
        out.text(target.message());
        out.text(target.className());
        out.text(target.method());
        out.number(target.line());
        out.texts(request.frames());
        out.texts(request.production());
        out.list(request.pools().texts(), out::texts);
        out.list(request.pools().numbers(), out::texts);
        out.map(request.pools().named(), out::texts);
        out.texts(request.pools().separators());
        out.texts(request.skip());
        out.number(request.seed());
        out.number(request.limitMillis());
        out.number(request.maxHits());
        out.number(request.maxInputs());
    }

    private static SearchRequest request(WireReader in) {
        return new SearchRequest(
                new Target(in.text(), in.text(), in.text(), in.text(), (int) in.number()),
                in.texts(),
                in.texts(),
                new Pools(in.list(in::texts), in.list(in::texts), in.map(in::texts), in.texts()),
                in.texts(),
                in.number(),
                in.number(),
                (int) in.number(),
                (int) in.number());
    }
}
