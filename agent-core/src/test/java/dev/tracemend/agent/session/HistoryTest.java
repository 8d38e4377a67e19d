package dev.tracemend.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void whatFitsStaysAsItIs() {
        List<Message> messages = conversation(3, new Random(1));
        assertThat(History.within(messages, 2, 1_000_000)).isEqualTo(messages);
    }

    @Test
    void noResultIsEverWithoutItsCallAndNoCallWithoutItsResults() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            List<Message> messages = conversation(1 + random.nextInt(12), random);
            long budget = random.nextInt(600);
            List<Message> kept = History.within(messages, 2, budget);
            assertThat(kept.subList(0, 2)).isEqualTo(messages.subList(0, 2));
            assertThat(kept.get(kept.size() - 1)).isEqualTo(messages.get(messages.size() - 1));
            Set<String> open = new HashSet<>();
            for (Message message : kept) {
                if (message instanceof Message.Answer answer) {
                    assertThat(open).isEmpty();
                    answer.calls().forEach(call -> open.add(call.id()));
                } else if (message instanceof Message.ToolResult result) {
                    assertThat(open.remove(result.callId())).isTrue();
                }
            }
            assertThat(open).isEmpty();
        }
    }

    @Test
    void theOldestGoFirstAndItIsSaid() {
        List<Message> messages = conversation(10, new Random(5));
        List<Message> kept = History.within(messages, 2, 400);
        assertThat(kept).hasSizeLessThan(messages.size());
        assertThat(kept.get(2).text()).contains("left out here");
    }

    private static List<Message> conversation(int turns, Random random) {
        List<Message> messages = new ArrayList<>();
        messages.add(new Message.Instruction("be good"));
        messages.add(new Message.Question("the task"));
        for (int i = 0; i < turns; i++) {
            List<ToolCall> calls = new ArrayList<>();
            for (int j = 0; j < 1 + random.nextInt(3); j++) {
                calls.add(new ToolCall("c" + i + "_" + j, "read", "{}"));
            }
            messages.add(new Message.Answer("thought ".repeat(random.nextInt(20)), calls));
            calls.forEach(call ->
                    messages.add(new Message.ToolResult(call.id(), "read", "seen ".repeat(random.nextInt(60)))));
        }
        return messages;
    }
}
