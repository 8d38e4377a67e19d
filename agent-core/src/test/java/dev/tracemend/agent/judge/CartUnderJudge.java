package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small shop with one logged failure, and the judge of changes of it; closing leaves nothing behind. */
class CartUnderJudge {
    static final String CART = """
            package shop;
            import java.util.HashMap;
            import java.util.Map;
            public class Cart {
                private final Map<String, Integer> prices = new HashMap<>();
                public void put(String sku, int cents) {
                    prices.put(sku, cents);
                }
                public int total(String sku, int quantity) {
                    int cents = prices.get(sku); // fails
                    return cents * quantity;
                }
            }
            """;
    static final String CART_TEST = """
            package shop;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.Test;
            class CartTest {
                @Test
                void totals() {
                    Cart cart = new Cart();
                    cart.put("A", 5);
                    assertEquals(10, cart.total("A", 2));
                }
            }
            """;
    static final String LINE = "int cents = prices.get(sku);";

    @TempDir
    Path dir;

    SampleProject sample;
    Judge judge;

    @BeforeEach
    void start() throws IOException {
        sample = new SampleProject(Files.createDirectory(dir.resolve("project")));
        sample.source("shop.Cart", CART).test("shop.CartTest", CART_TEST);
    }

    @AfterEach
    void stop() {
        if (judge != null) {
            judge.close();
            assertThat(dir.resolve("scratch")).isEmptyDirectory();
        }
    }

    final Evidence nullPrice() throws IOException {
        return sample.failing(
                "java.lang.NullPointerException",
                "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                        + " \"java.util.Map.get(Object)\" is null",
                List.of("ERROR total of sku=MUG-7 quantity=3 failed"),
                "shop.Cart#total");
    }

    final Judge open(Evidence evidence) {
        judge = Judge.open(sample.project(), evidence, JudgeConfig.in(dir.resolve("scratch")));
        return judge;
    }

    final Judgement tryLine(String replacement) throws IOException {
        return judge.judge(sample.edit("shop.Cart", LINE, replacement));
    }
}
