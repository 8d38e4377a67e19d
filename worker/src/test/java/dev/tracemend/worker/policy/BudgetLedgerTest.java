package dev.tracemend.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.WorkMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final BudgetLedger ledger = new BudgetLedger();

    @Test
    void anAttemptCountsOnceAndForAnHourOfTheHour() {
        Policy policy = policy(Map.of("attempts", 2));
        ledger.add(metric("r1", NOW.minusSeconds(3_500), 0));
        ledger.add(metric("r1", NOW.minusSeconds(3_500), 0));
        assertThat(ledger.objection(policy, NOW)).isEmpty();
        ledger.add(metric("r2", NOW, 0));

        assertThat(ledger.objection(policy, NOW)).isEqualTo("the budget of the hour is spent: 2 of 2 attempts");
        assertThat(ledger.objection(policy, NOW.plusSeconds(200))).isEmpty();
    }

    @Test
    void tokensTimeAndMoneyAreBudgetsToo() {
        ledger.add(metric("r1", NOW, 100));

        assertThat(ledger.objection(policy(Map.of("tokens", 200)), NOW)).contains("200 of 200 tokens");
        assertThat(ledger.objection(policy(Map.of("tokens", 201)), NOW)).isEmpty();
        assertThat(ledger.objection(policy(Map.of("time", "7s")), NOW)).contains("7 of 7 seconds");
        assertThat(ledger.objection(policy(Map.of("money", 0.25)), NOW)).contains("0.25 of 0.25 of money");
    }

    @Test
    void whatIsUnderWayCountsFromItsBegin() {
        ledger.begun();
        assertThat(ledger.objection(policy(Map.of("attempts", 1)), NOW)).contains("1 of 1 attempts");
        ledger.ended();
        assertThat(ledger.objection(policy(Map.of("attempts", 1)), NOW)).isEmpty();
    }

    @Test
    void aStormOfNewCausesPausesTheWork() {
        Policy policy = PolicyReading.of(
                        Map.of("default", Map.of("storm", Map.of("causes", 3, "within", "1m", "pause", "5m"))), "t")
                .otherwise();
        StormBreaker storm = new StormBreaker(policy);
        for (int i = 0; i < 3; i++) {
            storm.newCause(NOW.plusSeconds(i * 40L));
        }
        assertThat(storm.objection(NOW.plusSeconds(80))).isEmpty();
        for (int i = 0; i < 3; i++) {
            storm.newCause(NOW.plusSeconds(81));
        }

        assertThat(storm.objection(NOW.plusSeconds(82))).contains("more than 3 new causes within 60 s");
        assertThat(storm.objection(NOW.plusSeconds(81).plus(Duration.ofMinutes(5))))
                .isEmpty();
    }

    private static Policy policy(Map<String, Object> hour) {
        return PolicyReading.of(Map.of("default", Map.of("budgets", Map.of("hour", hour))), "t")
                .otherwise();
    }

    private static WorkMetric metric(String id, Instant at, long tokens) {
        return new WorkMetric(
                "app",
                0,
                0,
                at.toEpochMilli() / 1_000.0,
                1,
                id,
                "f",
                Verdict.FAILED,
                1,
                Map.of("total", 7.0),
                1,
                tokens,
                tokens,
                0.25,
                0);
    }
}
