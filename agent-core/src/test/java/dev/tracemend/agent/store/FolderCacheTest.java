package dev.tracemend.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.Budget;
import dev.tracemend.agent.model.BudgetedModel;
import dev.tracemend.agent.model.BudgetedModel.Price;
import dev.tracemend.agent.model.CachingModel;
import dev.tracemend.agent.model.CallCodec;
import dev.tracemend.agent.model.HeuristicModel;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ReplayModel;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.model.Sampling;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCacheTest {
    private static final ModelRequest HELLO = ModelRequest.of(List.of(new Message.Question("hello")));

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theSameRequestIsAskedOnceAndAnotherDrawAgain() {
        LanguageModel model = cached();
        assertThat(model.call(HELLO).text()).isEqualTo("answer 1");
        assertThat(cached().call(HELLO)).isEqualTo(new ModelReply("answer 1", 0, 0));
        assertThat(model.call(HELLO.drawn(Sampling.draw(1, 1.0))).text()).isEqualTo("answer 2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aDamagedEntryIsAskedAnew() throws IOException {
        cached().call(HELLO);
        try (Stream<Path> files = Files.walk(folder)) {
            Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "{broken");
        }
        assertThat(cached().call(HELLO).text()).isEqualTo("answer 2");
    }

    @Test
    void onlyHashesAreKeys() {
        assertThatThrownBy(() -> new FolderCache(folder).put("../../etc/passwd", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatEachRoleUsedIsCountedWithItsPrice() {
        Budget budget = Budget.unlimited();
        Price price = new Price(BigDecimal.valueOf(3), BigDecimal.valueOf(15));
        List<String> recorded = List.of("{\"model\":\"m\",\"request\":" + CallCodec.request(HELLO)
                + ",\"reply\":{\"text\":\"x\",\"tokens_in\":100,\"tokens_out\":20}}");
        LanguageModel paid =
                new BudgetedModel(new ReplayModel(recorded, Abilities.TEXT_ONLY), budget, price, Role.EDITOR);
        paid.call(HELLO);
        assertThat(budget.used(Role.EDITOR).cost()).isEqualByComparingTo("0.0006");
        assertThat(budget.used(Role.PLANNER).calls()).isZero();
        assertThat(budget.used().tokensIn()).isEqualTo(100);
    }

    private LanguageModel cached() {
        return new CachingModel(
                new HeuristicModel(List.of(request -> Optional.of("answer " + asked.incrementAndGet()))),
                new FolderCache(folder));
    }
}
