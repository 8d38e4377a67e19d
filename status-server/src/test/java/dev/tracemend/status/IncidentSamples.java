package dev.tracemend.status;

import dev.tracemend.contracts.AppliedFix;
import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.CheckStep;
import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.DecisionInfo;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.OpenProposal;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.RootCause;
import dev.tracemend.contracts.TimeWindow;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.VerificationInfo;
import java.util.List;
import java.util.Map;

/** Records as the windows and the worker write them. */
public final class IncidentSamples {
    public static final String TITLE =
            "java.lang.NullPointerException: Cannot invoke \"Customer.country()\" because \"customer\" is null";
    public static final String DIFF = """
            diff --git a/src/main/java/shop/Cart.java b/src/main/java/shop/Cart.java
            --- a/src/main/java/shop/Cart.java
            +++ b/src/main/java/shop/Cart.java
            @@ -39,7 +39,10 @@ final class Cart {
                 Money total(Customer customer) {
                     Money sum = items.stream().map(Item::price).reduce(Money.ZERO, Money::plus);
            -        return sum.plus(taxes.of(customer.country(), sum));
            +        if (customer == null) {
            +            return sum;
            +        }
            +        return sum.plus(taxes.of(customer.country(), sum));
                 }

                 void clear() {
            """;
    private static final List<String> LINES = List.of(
            "2026-11-21T10:15:29.918Z INFO  [http-7] shop.Checkout - POST /checkout cart=4711 items=3",
            "2026-11-21T10:15:30.002Z WARN  [http-7] shop.Customers - no customer for session 9f1c, guest checkout",
            "2026-11-21T10:15:30.013Z ERROR [http-7] shop.Checkout - checkout failed\n" + TITLE + "\n"
                    + "\tat shop.Cart.total(Cart.java:42)\n\tat shop.Checkout.place(Checkout.java:88)\n"
                    + "\tat java.base/java.util.Optional.map(Optional.java:260)\n"
                    + "\tat io.web.Router.dispatch(Router.java:211)\n\tat java.base/java.lang.Thread.run(Thread.java:840)",
            "2026-11-21T10:15:30.020Z INFO  [http-7] shop.Http - 500 /checkout 18 ms");
    private static final String REPRODUCER = """
            class CartReproduction {
                @Test
                void totalOfAGuest() {
                    Cart cart = new Cart(new Taxes(), List.of(new Item("tea", Money.of(4))));
                    cart.total(null);
                }
            }
            """;

    private IncidentSamples() {}

    public static ErrorContext context(String topic, String fingerprint, String id, long count, double at) {
        return context(topic, fingerprint, id, TITLE, count, at);
    }

    public static ErrorContext context(
            String topic, String fingerprint, String id, String title, long count, double at) {
        ExceptionInfo thrown = new ExceptionInfo(
                "java.lang.NullPointerException",
                "Cannot invoke …",
                List.of(
                        new FrameInfo("shop.Cart", "total", "Cart.java", 42, true),
                        new FrameInfo("shop.Checkout", "place", "Checkout.java", 88, true),
                        new FrameInfo("java.util.Optional", "map", "Optional.java", 260, false)));
        return new ErrorContext(
                1,
                id,
                topic,
                0,
                fingerprint,
                title,
                "shop",
                "java",
                List.of(thrown),
                count,
                at,
                at + 1,
                new TimeWindow(at, at + 1),
                LINES,
                List.of(),
                0,
                false,
                at + 3);
    }

    /** One error of which the log says this. */
    public static ErrorContext logged(String topic, String fingerprint, String title, List<String> lines, double at) {
        return new ErrorContext(
                1,
                "logged-" + fingerprint,
                topic,
                0,
                fingerprint,
                title,
                "shop",
                "",
                List.of(),
                1,
                at,
                at,
                new TimeWindow(at, at),
                lines,
                List.of(),
                0,
                false,
                at);
    }

    /** The same with another verdict. */
    public static FixResult as(FixResult r, Verdict verdict) {
        return new FixResult(
                r.container(),
                r.summary(),
                r.keyPoints(),
                r.plan(),
                r.ts(),
                r.v(),
                r.id(),
                r.ctxId(),
                r.fingerprint(),
                r.title(),
                r.count(),
                verdict,
                r.repeatOf(),
                r.why(),
                r.mode(),
                r.rootCause(),
                r.commands(),
                r.patch(),
                r.verification(),
                r.git(),
                r.model(),
                r.tries(),
                r.durations());
    }

    public static FixResult verified(String topic, String fingerprint, String id, double at) {
        List<CheckStep> ladder = List.of(
                new CheckStep("compile", true, "3 files", 0.4),
                new CheckStep(
                        "reproduce", true, "failed before with the same exception at Cart.java:42, passes after", 0.9),
                new CheckStep("tests", true, "41 of 41 pass", 2.1),
                new CheckStep("perturb", true, "4 of 4 variations of the input pass", 0.6));
        return result(
                topic,
                fingerprint,
                id,
                Verdict.VERIFIED,
                "A guest has no customer: Cart.total adds tax only for a known one",
                new PatchInfo("git", DIFF, List.of("src/main/java/shop/Cart.java"), 4, 1, "null-guard", true),
                new VerificationInfo(
                        "verified", List.of("CartReproduction.totalOfAGuest"), 41, REPRODUCER, "bubblewrap", ladder),
                at);
    }

    public static FixResult diagnosed(String topic, String fingerprint, String id, double at) {
        return result(
                topic,
                fingerprint,
                id,
                Verdict.DIAGNOSED,
                "The payment service does not listen on port 9443",
                PatchInfo.NONE,
                VerificationInfo.NONE,
                at);
    }

    public static FixResult repeat(String topic, String fingerprint, String id, String of, double at) {
        FixResult first = verified(topic, fingerprint, of, at);
        return new FixResult(
                topic,
                "seen again",
                "",
                "",
                at,
                1,
                id,
                "c9",
                fingerprint,
                TITLE,
                1,
                Verdict.VERIFIED,
                of,
                "repeat",
                first.mode(),
                first.rootCause(),
                List.of(),
                PatchInfo.NONE,
                VerificationInfo.NONE,
                GitBase.NONE,
                ModelUse.NONE,
                0,
                Map.of());
    }

    private static FixResult result(
            String topic,
            String fingerprint,
            String id,
            Verdict verdict,
            String summary,
            PatchInfo patch,
            VerificationInfo proof,
            double at) {
        return new FixResult(
                topic,
                summary,
                "customer is null for guests\nCustomers.find returns null, and 2 of 3 callers check it",
                "1. Locate the null that reaches Cart.total\n2. Leave out the tax for guests\n3. Prove it with a guest's cart",
                at,
                1,
                id,
                "c1",
                fingerprint,
                TITLE,
                3,
                verdict,
                "",
                "",
                "heuristic",
                new RootCause(
                        "customer is null in a guest checkout, and Cart.total reads its country",
                        0.86,
                        List.of("src/main/java/shop/Cart.java:42", "src/main/java/shop/Customers.java:17")),
                List.of("git diff main..tracemend/" + fingerprint + "-1"),
                patch,
                proof,
                new GitBase("4f2a9c1d7be0a3f1c5d6e7f8a9b0c1d2e3f40516", "main"),
                ModelUse.NONE,
                3,
                Map.of("total", 5.4, "locate", 0.3, "reproduce", 1.2, "judge", 3.6));
    }

    /** What a worker remembers of a cause in a state; a proposal waits where the state is {@code proposed}. */
    public static MemoryEntry memory(String topic, String fingerprint, Lifecycle state, FixResult result, double ts) {
        boolean waits = state == Lifecycle.PROPOSED;
        boolean applied = state == Lifecycle.APPLIED;
        return new MemoryEntry(
                1,
                fingerprint,
                result.id(),
                result.verdict(),
                3,
                1,
                ts - 10,
                ts - 5,
                ts,
                List.of(result.id()),
                topic,
                TITLE,
                state,
                0,
                1,
                List.of(new AttemptInfo(result.id(), result.verdict(), "proved", ts, 5.4, 12_340, 0.021)),
                waits ? List.of() : List.of(new DecisionInfo(result.id(), Decision.APPROVE, "mira", "fine", ts)),
                waits ? new OpenProposal(result, "build files: pom.xml", ts + 3_600) : OpenProposal.NONE,
                applied
                        ? new AppliedFix(
                                result.id(),
                                "tracemend/" + fingerprint + "-1",
                                "89abcdef01234567",
                                "https://git.example.org/pull/7",
                                ts)
                        : AppliedFix.NONE,
                "",
                Map.of(),
                0,
                0,
                0,
                ContextPlace.NONE);
    }

    public static AuditEntry audit(String topic, String fingerprint, String id, String decision, double ts) {
        return new AuditEntry(
                1, id, topic, fingerprint, "policy", decision, "because of " + id, Lifecycle.PROPOSED, List.of(), ts);
    }
}
