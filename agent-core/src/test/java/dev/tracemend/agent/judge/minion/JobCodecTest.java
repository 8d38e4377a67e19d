package dev.tracemend.agent.judge.minion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import dev.tracemend.agent.judge.minion.Scenario.Step;
import dev.tracemend.agent.judge.minion.SearchResult.Hit;
import dev.tracemend.agent.judge.minion.Target.Nearness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said between judge and child arrives as it was, and nonsense ends in an exception, soon. */
class JobCodecTest {
    private static final Scenario SCENARIO = new Scenario(List.of(
            new Step(
                    new Expr.Create(
                            "shop.Cart",
                            List.of("int", "[I"),
                            List.of(
                                    new Expr.Literal("int", "3"),
                                    new Expr.Many("array", "int", List.of(new Expr.Literal("int", "-1"))))),
                    "shop.Cart"),
            new Step(
                    new Expr.Call(
                            new Expr.Ref(0),
                            "shop.Cart",
                            "add",
                            List.of("java.lang.String"),
                            List.of(Expr.Literal.text("ümlaut \u0000 \"x\""))),
                    "void"),
            new Step(
                    new Expr.StaticCall(
                            "shop.Cart",
                            "of",
                            List.of("java.util.function.Supplier"),
                            List.of(new Expr.Function(
                                    "java.util.function.Supplier", 0, new Expr.Constant("shop.Size", "XL")))),
                    "java.util.List<java.lang.String>")));
    private static final Outcome THREW = new Outcome(
            Ending.THREW,
            2,
            "seen",
            List.of(new Thrown("java.lang.IllegalStateException", "message", "shop.Cart", "of", 12)));
    private static final List<Reply> REPLIES = List.of(
            new Reply.Ready("17"),
            new Reply.Found(new SearchResult(List.of(new Hit(SCENARIO, Nearness.ALIKE, 1, 40)), List.of(SCENARIO), 99)),
            new Reply.Ran(List.of(THREW, new Outcome(Ending.RETURNED, 0, "", List.of())), 7),
            new Reply.Tested(
                    List.of(new TestOutcome("A.b", false, "seen", THREW.chain())), "problem", new Effort(9, 4)),
            new Reply.Spoiled(new Reply.Ready("x")),
            new Reply.Broken("why"),
            new Reply.Stopped("shop.Cart#add", new Reply.Ran(List.of(THREW), 1)));

    @Test
    void repliesArriveAsTheyWere() {
        for (Reply reply : REPLIES) {
            assertThat(JobCodec.reply(JobCodec.bytes(reply))).isEqualTo(reply);
        }
    }

    @Test
    void jobsArriveAsTheyWere() {
        SearchRequest request = new SearchRequest(
                new Target("java.lang.NullPointerException", "m", "shop.Cart", "add", 7),
                List.of("shop.Cart#add"),
                List.of("shop.Cart"),
                new Pools(
                        List.of(List.of("a"), List.of()),
                        List.of(List.of("1")),
                        Map.of("sku", List.of("A-1")),
                        List.of(";")),
                List.of("shop.Cart#close"),
                42,
                1000,
                20,
                200);
        for (Job job : List.of(
                new Job.Find(request, 500),
                new Job.Run(Map.of(), List.of(SCENARIO), true, 500, 5_000),
                new Job.Test(Map.of(), List.of("shop.CartTest"), 9, new Effort(70, 5)),
                new Job.Try(Map.of(), List.of("shop.CartTest.totals"), 9, new Effort(70, 5)))) {
            assertThat(JobCodec.job(JobCodec.bytes(job))).isEqualTo(job);
        }
        Job.Load load = new Job.Load(Map.of("A", new byte[] {1, 2}), List.of("a.jar"), List.of("res"));
        Job.Load read = (Job.Load) JobCodec.job(JobCodec.bytes(load));
        assertThat(read.classes().get("A")).containsExactly(1, 2);
        assertThat(read.libraries()).containsExactly("a.jar");
    }

    @Test
    void damagedRepliesEndInAnException() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = JobCodec.bytes(REPLIES.get(i % REPLIES.size()));
            byte[] damaged = Arrays.copyOf(bytes, i % 3 == 0 ? random.nextInt(bytes.length + 1) : bytes.length);
            for (int n = random.nextInt(4); n > 0 && damaged.length > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(JobCodec.reply(damaged)).isNotNull();
            } catch (RuntimeException expected) {
                assertThat(expected).isNotInstanceOf(NullPointerException.class);
            }
        }
    }

    @Test
    void nestingIsBounded() {
        Reply deep = new Reply.Ready("");
        for (int i = 0; i < 100; i++) {
            deep = new Reply.Stopped("", deep);
        }
        byte[] bytes = JobCodec.bytes(deep);
        assertThatThrownBy(() -> JobCodec.reply(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void framesTellMessagesFromNoise() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(out, new byte[] {1, 2, 3});
        byte[] good = out.toByteArray();
        assertThat(Frames.read(new ByteArrayInputStream(good))).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream("hello, world, how are you".getBytes())))
                .hasMessageContaining("not a message");
        good[good.length - 1]++;
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(good))).hasMessageContaining("damaged");
        assertThatThrownBy(() -> Frames.read(new ByteArrayInputStream(Arrays.copyOf(good, good.length - 1))))
                .isInstanceOf(EOFException.class);
    }
}
