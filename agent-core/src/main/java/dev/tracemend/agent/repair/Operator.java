package dev.tracemend.agent.repair;

import java.util.Locale;

/** The kinds of change the rules make; a candidate carries the {@link #word()}. */
enum Operator {
    // null
    GET_OR_DEFAULT,
    COMPUTE_IF_ABSENT,
    RETURN_NEUTRAL,
    INITIALISE_FIELD,
    ASSIGN_FIELD,
    NORMALISE_FIELD,
    CONSTANT_FIRST,
    OF_NULLABLE,
    DEFAULT_AT_SOURCE,
    NULL_CONDITION,
    NULL_GUARD,
    NULL_TERNARY,
    SKIP_WHEN_NULL,
    // bounds
    BOUNDARY,
    LOOK_AHEAD,
    LOOP_START,
    LAST_INDEX,
    FLOOR_MOD,
    BOUND_FIRST,
    SHORTER_OF_BOTH,
    NOT_FOUND_CHECK,
    EMPTY_GUARD,
    SPLIT_LIMIT,
    PART_OR_NEUTRAL,
    CLAMP,
    RANGE_GUARD,
    INDEX_SHIFT,
    GROW_ARRAY,
    // numbers
    ZERO_GUARD,
    ZERO_TERNARY,
    ROUNDING,
    TRIM,
    REMOVE_GROUPING,
    BLANK_DEFAULT,
    WIDER_NUMBER,
    DECIMAL_TEXT,
    DATE_SHAPE,
    LAST_DAY,
    SIBLING_FORMAT,
    // absent elements
    OR_ELSE,
    HAS_NEXT,
    POLL,
    // collections
    REMOVE_IF,
    ITERATOR_REMOVE,
    ITERATE_COPY,
    MUTABLE_COPY,
    // types and names
    NUMBER_VALUE,
    TEXT_VALUE,
    TYPED_ARRAY,
    INSTANCE_CHECK,
    ENUM_CASE,
    ENUM_ALIAS,
    FIELD_NOT_SELF,
    RECURSION_END,
    // texts taken for formats and patterns
    FORMAT_KIND,
    QUOTE_PATTERN,
    // at a call on the way, or at what it opened
    SWAP_ARGUMENTS,
    CLOSE_RESOURCE,
    // a guard that a sibling has, whatever its family
    SIBLING_GUARD,
    // without a reason from the trace
    RELATION,
    LITERAL,
    SWAP_OPERANDS,
    NEGATE,
    DONOR;

    /** The name in a result, for example {@code get-or-default}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
