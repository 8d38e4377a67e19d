package dev.tracemend.worker.policy;

import dev.tracemend.contracts.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Understands a policy file once YAML or JSON has made maps and lists of it. {@code default} holds what is true for all
 * topics, {@code topics} what is different for one. Nothing unknown is passed over.
 */
public final class PolicyReading {
    private PolicyReading() {}

    /**
     * The policies that a file describes.
     *
     * @param root what the file holds; null where it is empty
     * @param place the file's name, for errors
     * @throws PolicyException names the key and what was expected
     */
    public static Policies of(@Nullable Object root, String place) {
        PolicyKeys file = PolicyKeys.of(root, place, "default", "topics");
        Policy otherwise = policy(file.map("default"), Policy.DEFAULT);
        Map<String, Policy> topics = new HashMap<>();
        file.entries("topics").forEach((topic, value) -> {
            if (!Topics.isShortName(topic)) {
                throw new PolicyException(
                        place + ": topics: \"" + topic + "\" is no topic's name; expected a-z, 0-9 and '-'");
            }
            topics.put(topic, policy(PolicyKeys.of(value, place + ": topics: " + topic), otherwise));
        });
        return new Policies(otherwise, topics);
    }

    private static Policy policy(PolicyKeys keys, Policy otherwise) {
        keys.only(
                "mode",
                "min-events",
                "quiet",
                "budgets",
                "prices",
                "never-touch",
                "ask-for",
                "storm",
                "approval-expires",
                "close-after");
        PolicyKeys budgets = keys.map("budgets").only("incident", "hour", "day");
        PolicyKeys prices = keys.map("prices").only("tokens-in", "tokens-out");
        PolicyKeys storm = keys.map("storm").only("causes", "within", "pause");
        PolicyKeys close = keys.map("close-after").only("windows", "window");
        return new Policy(
                mode(keys, otherwise.mode()),
                keys.whole("min-events", otherwise.minEvents()),
                keys.time("quiet", otherwise.quiet()),
                limits(budgets.map("incident"), otherwise.incident()),
                limits(budgets.map("hour"), otherwise.hour()),
                limits(budgets.map("day"), otherwise.day()),
                prices.number("tokens-in", otherwise.priceIn()),
                prices.number("tokens-out", otherwise.priceOut()),
                keys.texts("never-touch", otherwise.neverTouch()),
                asked(keys, otherwise.askFor()),
                (int) storm.whole("causes", otherwise.stormCauses()),
                storm.time("within", otherwise.stormWithin()),
                storm.time("pause", otherwise.stormPause()),
                keys.time("approval-expires", otherwise.approvalExpires()),
                (int) close.whole("windows", otherwise.closeWindows()),
                close.time("window", otherwise.window()));
    }

    private static PolicyMode mode(PolicyKeys keys, PolicyMode otherwise) {
        String word = keys.text("mode", otherwise.word());
        for (PolicyMode mode : PolicyMode.values()) {
            if (mode.word().equals(word.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new PolicyException(keys.place() + ": mode \"" + word + "\" is none of observe, ask, branch, apply");
    }

    private static Limits limits(PolicyKeys keys, Limits otherwise) {
        keys.only("attempts", "time", "tokens", "money");
        return new Limits(
                (int) keys.whole("attempts", otherwise.attempts()),
                keys.time("time", otherwise.time()),
                keys.whole("tokens", otherwise.tokens()),
                keys.number("money", otherwise.money()));
    }

    /** Kinds that the file names replace the default of that kind; the others stay. */
    private static Map<String, List<String>> asked(PolicyKeys keys, Map<String, List<String>> otherwise) {
        Map<String, List<String>> asked = new LinkedHashMap<>(otherwise);
        PolicyKeys kinds = keys.map("ask-for");
        keys.entries("ask-for").keySet().forEach(kind -> asked.put(kind, kinds.texts(kind, List.of())));
        return asked;
    }
}
