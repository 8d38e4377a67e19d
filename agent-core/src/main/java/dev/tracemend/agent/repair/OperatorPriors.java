package dev.tracemend.agent.repair;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often a change of a kind is right, 0 to 1, before the trace is looked at. What changes the value that flows stands
 * above what only guards the place that failed, and that above a mutation without a reason.
 */
record OperatorPriors(Map<Operator, Double> priors) {
    private static final double UNKNOWN = 0.1;

    OperatorPriors {
        priors = Map.copyOf(priors);
    }

    /** The table to start from; relational and arithmetic edits are right more often than donors and literals. */
    static OperatorPriors seeded() {
        Map<Operator, Double> seeds = new EnumMap<>(Operator.class);
        seeds.putAll(nulls());
        seeds.putAll(bounds());
        seeds.putAll(numbers());
        seeds.putAll(others());
        return new OperatorPriors(seeds);
    }

    double of(Operator operator) {
        return priors.getOrDefault(operator, UNKNOWN);
    }

    private static Map<Operator, Double> nulls() {
        return Map.ofEntries(
                entry(Operator.ASSIGN_FIELD, 0.90),
                entry(Operator.COMPUTE_IF_ABSENT, 0.88),
                entry(Operator.GET_OR_DEFAULT, 0.86),
                entry(Operator.INITIALISE_FIELD, 0.85),
                entry(Operator.CONSTANT_FIRST, 0.84),
                entry(Operator.OF_NULLABLE, 0.82),
                entry(Operator.RETURN_NEUTRAL, 0.78),
                entry(Operator.SIBLING_GUARD, 0.76),
                entry(Operator.DEFAULT_AT_SOURCE, 0.62),
                entry(Operator.NORMALISE_FIELD, 0.60),
                entry(Operator.NULL_CONDITION, 0.50),
                entry(Operator.NULL_GUARD, 0.40),
                entry(Operator.NULL_TERNARY, 0.34),
                entry(Operator.SKIP_WHEN_NULL, 0.20));
    }

    private static Map<Operator, Double> bounds() {
        return Map.ofEntries(
                entry(Operator.BOUNDARY, 0.90),
                entry(Operator.FLOOR_MOD, 0.86),
                entry(Operator.LOOK_AHEAD, 0.85),
                entry(Operator.LAST_INDEX, 0.85),
                entry(Operator.LOOP_START, 0.82),
                entry(Operator.BOUND_FIRST, 0.82),
                entry(Operator.EMPTY_GUARD, 0.74),
                entry(Operator.SHORTER_OF_BOTH, 0.72),
                entry(Operator.NOT_FOUND_CHECK, 0.70),
                entry(Operator.SPLIT_LIMIT, 0.62),
                entry(Operator.CLAMP, 0.60),
                entry(Operator.PART_OR_NEUTRAL, 0.55),
                entry(Operator.RANGE_GUARD, 0.45),
                entry(Operator.INDEX_SHIFT, 0.40),
                entry(Operator.GROW_ARRAY, 0.35));
    }

    private static Map<Operator, Double> numbers() {
        return Map.ofEntries(
                entry(Operator.ROUNDING, 0.88),
                entry(Operator.TRIM, 0.86),
                entry(Operator.REMOVE_GROUPING, 0.84),
                entry(Operator.DATE_SHAPE, 0.76),
                entry(Operator.LAST_DAY, 0.74),
                entry(Operator.SIBLING_FORMAT, 0.74),
                entry(Operator.ZERO_GUARD, 0.74),
                entry(Operator.WIDER_NUMBER, 0.72),
                entry(Operator.BLANK_DEFAULT, 0.68),
                entry(Operator.DECIMAL_TEXT, 0.62),
                entry(Operator.ZERO_TERNARY, 0.60));
    }

    private static Map<Operator, Double> others() {
        return Map.ofEntries(
                entry(Operator.REMOVE_IF, 0.92),
                entry(Operator.SWAP_ARGUMENTS, 0.88),
                entry(Operator.FORMAT_KIND, 0.84),
                entry(Operator.QUOTE_PATTERN, 0.80),
                entry(Operator.CLOSE_RESOURCE, 0.86),
                entry(Operator.MUTABLE_COPY, 0.88),
                entry(Operator.NUMBER_VALUE, 0.88),
                entry(Operator.TYPED_ARRAY, 0.88),
                entry(Operator.ENUM_CASE, 0.88),
                entry(Operator.FIELD_NOT_SELF, 0.86),
                entry(Operator.ITERATOR_REMOVE, 0.84),
                entry(Operator.TEXT_VALUE, 0.80),
                entry(Operator.OR_ELSE, 0.76),
                entry(Operator.ITERATE_COPY, 0.70),
                entry(Operator.ENUM_ALIAS, 0.60),
                entry(Operator.HAS_NEXT, 0.58),
                entry(Operator.INSTANCE_CHECK, 0.50),
                entry(Operator.RECURSION_END, 0.45),
                entry(Operator.POLL, 0.35),
                entry(Operator.RELATION, 0.14),
                entry(Operator.LITERAL, 0.10),
                entry(Operator.SWAP_OPERANDS, 0.07),
                entry(Operator.DONOR, 0.06),
                entry(Operator.NEGATE, 0.05));
    }
}
