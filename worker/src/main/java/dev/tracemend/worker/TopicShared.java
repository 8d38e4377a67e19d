package dev.tracemend.worker;

import dev.tracemend.worker.lifecycle.CauseDesk;
import dev.tracemend.worker.policy.BudgetLedger;

/** What the lanes of one topic in this process have in common: what is done about a cause, and what was spent. */
record TopicShared(String topic, CauseDesk desk, BudgetLedger budget) {}
