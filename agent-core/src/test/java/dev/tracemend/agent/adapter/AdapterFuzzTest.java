package dev.tracemend.agent.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.ModelReply;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutated replies: each is read or refused, nothing else happens, and no field comes out that did not go in. */
class AdapterFuzzTest {
    private static final int REPLIES = 17_000;
    private static final String ALPHABET = "[]#{}<>/\\\"'`:,._ \n\tabcountlevel0123456789-é";
    private static final Set<String> FIELDS =
            AdapterCase.LAYOUT.outputs().stream().map(field -> field.name()).collect(Collectors.toSet());

    static List<Adapter> adapters() {
        return AdapterCase.adapters().toList();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void everyMutatedReplyIsReadOrRefused(Adapter adapter) {
        Random random = new Random(7);
        ModelReply good = AdapterCase.reply(adapter, AdapterCase.outputs());
        for (int i = 0; i < REPLIES; i++) {
            ModelReply mutated = AdapterCase.changed(good, text -> mutate(text, random));
            try {
                ObjectNode read = adapter.parse(AdapterCase.LAYOUT, mutated);
                read.fieldNames().forEachRemaining(name -> {
                    assertThat(FIELDS).contains(name);
                    assertThat(mutated.toString().replace("\\", "")).contains(name);
                });
            } catch (ParseFailure refused) {
                assertThat(refused.problem()).isNotBlank();
            }
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> changed.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(9)));
                case 2 -> changed.insert(at, changed.substring(Math.min(at, changed.length() / 2)));
                case 3 -> changed.setLength(at);
                default ->
                    changed.insert(
                            at,
                            String.valueOf(ALPHABET.charAt(random.nextInt(14))).repeat(300));
            }
        }
        return changed.toString();
    }
}
