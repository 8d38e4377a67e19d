package dev.tracemend.contracts;

import java.util.List;
import java.util.Map;

/** One full record of each kind, as our own producers write it; the golden files hold the same. */
final class Samples {
    static final LogLine LINE = new LogLine(
            1,
            "t-7f3a:2049-131077:0:1841",
            LogLine.Kind.LINE,
            "2026-11-21 10:00:00.123 ERROR [http-3] com.example.shop.web.ShopServer - failed /shipping/quote"
                    + " country=IS\n"
                    + "java.lang.NullPointerException: Cannot invoke \"java.lang.Integer.intValue()\"\n"
                    + "\tat com.example.shop.shipping.ShippingRates.firstKilo(ShippingRates.java:22)",
            1795255200.123,
            "/var/log/shop/shop.log",
            "shop",
            "host-1",
            1841,
            true,
            1);

    static final LogLine TICK = new LogLine(
            1, "", LogLine.Kind.TICK, "", 1795255203.5, "/var/log/shop/shop.log", "shop", "host-1", 0, false, 0);

    static final ErrorContext CONTEXT = new ErrorContext(
            1,
            "9d0c51b2a7e4",
            "app",
            2,
            "3fa9c0d1e2b4",
            "NullPointerException: Cannot invoke \"java.lang.Integer.intValue()\"",
            "shop",
            "java",
            List.of(new ExceptionInfo(
                    "java.lang.NullPointerException",
                    "Cannot invoke \"java.lang.Integer.intValue()\"",
                    List.of(
                            new FrameInfo(
                                    "com.example.shop.shipping.ShippingRates",
                                    "firstKilo",
                                    "ShippingRates.java",
                                    22,
                                    true),
                            new FrameInfo("java.lang.Thread", "run", "Thread.java", 840, false)))),
            500,
            1795255200.123,
            1795255201.9,
            new TimeWindow(1795255200.123, 1795255201.9),
            List.of("quote country=IS grams=100", "failed /shipping/quote country=IS grams=100"),
            List.of("t-7f3a:2049-131077:0:1841"),
            1,
            true,
            1795255203.9);

    static final FixResult VERIFIED = new FixResult(
            "app",
            "A country without a rate ends in a null pointer",
            "ShippingRates.firstKilo unboxes the result of Map.get\nfirstKiloExpress reads the same map with a default",
            "Read the map with the default its sibling uses",
            1795255209.25,
            1,
            "9d0c51b2a7e4-r",
            "9d0c51b2a7e4",
            "3fa9c0d1e2b4",
            "NullPointerException: Cannot invoke \"java.lang.Integer.intValue()\"",
            500,
            Verdict.VERIFIED,
            "",
            "the first proved change",
            "llm",
            new RootCause(
                    "centsByCountry has no entry for IS, and firstKilo does not expect that.",
                    0.9,
                    List.of("src/main/java/com/example/shop/shipping/ShippingRates.java:22")),
            List.of("mvn test"),
            new PatchInfo(
                    "git",
                    "--- a/ShippingRates.java\n+++ b/ShippingRates.java\n@@ -22 +22 @@\n-a\n+b\n",
                    List.of("src/main/java/com/example/shop/shipping/ShippingRates.java"),
                    1,
                    1,
                    "map-default",
                    false),
            new VerificationInfo(
                    "verified",
                    List.of("Reproduction.failsAsLogged"),
                    51,
                    "class Reproduction {}",
                    "bubblewrap, no network",
                    List.of(new CheckStep("compile", true, "24 files", 0.4))),
            new GitBase("0123456789abcdef0123456789abcdef01234567", "main"),
            new ModelUse("qwen3-coder", 2, 1800, 240),
            7,
            Map.of("total", 4.5));

    static final FixResult REPEAT = new FixResult(
            "app",
            "Seen again; the earlier result stands",
            "",
            "",
            1795255260.5,
            1,
            "c-3-r",
            "c-3",
            "3fa9c0d1e2b4",
            "",
            12,
            Verdict.VERIFIED,
            "9d0c51b2a7e4-r",
            "",
            "heuristic",
            new RootCause("", 0, List.of()),
            List.of(),
            PatchInfo.NONE,
            VerificationInfo.NONE,
            GitBase.NONE,
            ModelUse.NONE,
            0,
            Map.of());

    static final FixResult DIAGNOSED = new FixResult(
            "app",
            "The payment gateway refuses connections",
            "",
            "Start the gateway",
            1795255210.5,
            1,
            "r-2",
            "c-2",
            "f-2",
            "",
            1,
            Verdict.DIAGNOSED,
            "",
            "",
            "heuristic",
            new RootCause("", 0, List.of()),
            List.of(),
            PatchInfo.NONE,
            VerificationInfo.NONE,
            GitBase.NONE,
            ModelUse.NONE,
            0,
            Map.of());

    static final MemoryEntry MEMORY = new MemoryEntry(
            1,
            "3fa9c0d1e2b4",
            "9d0c51b2a7e4-r",
            Verdict.VERIFIED,
            500,
            2,
            1795255200.123,
            1795255201.9,
            1795255209.25,
            List.of("9d0c51b2a7e4-r", "c-3-r"),
            "app",
            "NullPointerException: Cannot invoke \"java.lang.Integer.intValue()\"",
            Lifecycle.APPROVED,
            1,
            2,
            List.of(new AttemptInfo(
                    "9d0c51b2a7e4-r", Verdict.VERIFIED, "the first proved change", 1795255209.25, 4.5, 2040, 0.01)),
            List.of(new DecisionInfo("8c0c51b2a7e4-r", Decision.REJECT, "mira", "wrong default", 1795255100.5)),
            new OpenProposal(DIAGNOSED, "build files: pom.xml", 1795860009.25),
            new AppliedFix(
                    "8c0c51b2a7e4-r",
                    "tracemend/3fa9c0d1e2b4-1",
                    "89abcdef0123456789abcdef0123456789abcdef",
                    "https://git.example.org/shop/pull/7",
                    1795255110.5),
            "0123456789abcdef0123456789abcdef01234567",
            Map.of("src/main/java/com/example/shop/shipping/ShippingRates.java", "b0a5"),
            2,
            1,
            1795860009.25,
            new ContextPlace(2, 41));

    static final ApprovalRequest APPROVAL_REQUEST = new ApprovalRequest(
            1,
            "9d0c51b2a7e4-r",
            "patch",
            "A country without a rate ends in a null pointer",
            "build files: pom.xml",
            "--- a/ShippingRates.java\n+++ b/ShippingRates.java\n@@ -22 +22 @@\n-a\n+b\n",
            1795860009.25,
            1795255209.25,
            "app",
            "3fa9c0d1e2b4",
            "9d0c51b2a7e4-r",
            List.of("src/main/java/com/example/shop/shipping/ShippingRates.java"),
            true);

    static final ApprovalResponse APPROVAL_RESPONSE = new ApprovalResponse(
            1, "9d0c51b2a7e4-r", Decision.REJECT, "mira", "the default must come from the tariff", 1795255300.5);

    static final AgentTask TASK = new AgentTask(
            1,
            "t-1",
            "app",
            "quotes for Iceland end in a null pointer",
            "shop",
            List.of("no new dependencies"),
            "mira",
            1795255290.5);

    static final PatchRecord PATCH = new PatchRecord(
            "9d0c51b2a7e4-r",
            "app",
            new PatchSummary(1, 1, 1),
            1795255310.5,
            true,
            "committed on tracemend/3fa9c0d1e2b4-1",
            1,
            "9d0c51b2a7e4-r",
            "3fa9c0d1e2b4",
            "0123456789abcdef0123456789abcdef01234567",
            "--- a/ShippingRates.java\n+++ b/ShippingRates.java\n@@ -22 +22 @@\n-a\n+b\n",
            PatchState.APPLIED,
            "tracemend/3fa9c0d1e2b4-1",
            "89abcdef0123456789abcdef0123456789abcdef",
            "https://git.example.org/shop/pull/7");

    static final AuditEntry AUDIT = new AuditEntry(
            1,
            "a-1",
            "app",
            "3fa9c0d1e2b4",
            "mira",
            "reject",
            "the default must come from the tariff",
            Lifecycle.REFUSED,
            List.of("9d0c51b2a7e4-r"),
            1795255300.75);

    static final WorkMetric METRIC = new WorkMetric(
            "app",
            47,
            42,
            1795255209.25,
            1,
            "9d0c51b2a7e4-r",
            "3fa9c0d1e2b4",
            Verdict.VERIFIED,
            1,
            Map.of("total", 4.5),
            2,
            1800,
            240,
            0.01,
            0.75);

    static final DeadLetter DEAD_LETTER = new DeadLetter(
            1, "logs.ctx.app", 2, 41, "a context must be a JSON object", 1, "AAEC", "3fa9c0d1e2b4", 1795255210.5);

    static final DeployLog DEPLOY_LOG = new DeployLog(
            1, "20261121_100000-5f3a", 1795255200.5, "up", "info", "Creating lightweight_kafka_1 ... done");

    static final DeployEvent DEPLOY_EVENT = new DeployEvent(
            1,
            "20261121_100000-5f3a",
            "failed",
            "build",
            DeployStatus.ERROR,
            17,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "tracemend:dev@sha256:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
            1795255230.25);

    static final WindowProgress WINDOW_PROGRESS =
            new WindowProgress(1, "kstreams", 1795255230.25, 1795255229.5, 37, 1_204_224);

    private Samples() {}
}
