package dev.tracemend.agent.repair;

import java.util.Locale;

/**
 * The kinds of small change that failing tests are searched with. The figure says how often such a change is right where
 * it passes the tests, seeded from measurements on sets of small bugs: relations and arithmetic stand above variables,
 * these above donors.
 */
enum Mutation {
    BOUNDARY_SHIFT(0.62),
    RELATION_OTHER(0.46),
    ARITHMETIC_OTHER(0.46),
    LOGICAL_OTHER(0.50),
    OFF_BY_ONE(0.48),
    EARLIER_END(0.40),
    LITERAL_NEAR(0.40),
    LITERAL_OTHER(0.16),
    TRUTH_FLIP(0.40),
    UNARY_OTHER(0.40),
    OPERANDS_SWAPPED(0.40),
    REGROUPED(0.50),
    INDICES_SWAPPED(0.46),
    OPERAND_DROPPED(0.28),
    CONDITION_NEGATED(0.36),
    CONDITION_WIDER(0.26),
    CONDITION_NARROWER(0.26),
    CONDITION_OTHER(0.14),
    CONDITION_PREDICATE(0.17),
    VARIABLE_OTHER(0.42),
    FIELD_NOT_PARAMETER(0.60),
    CONSTANT_OTHER(0.40),
    METHOD_OTHER(0.36),
    RECEIVER_OTHER(0.30),
    ARGUMENTS_SWAPPED(0.46),
    ARGUMENT_DROPPED(0.24),
    ARGUMENT_ADDED(0.28),
    CALL_UNWRAPPED(0.24),
    CALL_WRAPPED(0.20),
    ARITHMETIC_EXPANDED(0.20),
    CLAMPED(0.15),
    COPIED(0.34),
    SINGLETON_COLLECTION(0.30),
    SLICED_LIST(0.16),
    SLICED_TEXT(0.16),
    DONOR_EXPRESSION(0.15),
    EQUALS_FOR_IDENTITY(0.62),
    WIDER_TYPE(0.44),
    REAL_DIVISION(0.46),
    ROUNDED_UP(0.46),
    FLOOR_MOD(0.34),
    HASH_LIKE_EQUALS(0.52),
    ASSIGNMENT_OTHER(0.40),
    ASSIGNMENT_BEST(0.22),
    IF_TO_WHILE(0.36),
    ELSE_ADDED(0.34),
    BREAK_ADDED(0.36),
    CONDITION_REMOVED(0.10),
    STATEMENT_MOVED(0.34),
    STATEMENT_GUARDED(0.14),
    STATEMENT_FROM_DONOR(0.13),
    CALL_FROM_DONOR(0.21),
    EXIT_INSERTED(0.19),
    BASE_CASE(0.20),
    ASSIGNMENT_INSERTED(0.12),
    ADDITION_INSERTED(0.14),
    ADDITION_NEVER_MADE(0.40),
    STEP_INSERTED(0.14),
    RETURN_OTHER(0.18),
    RETURN_ADDED(0.30),
    CAST_ADDED(0.30),
    BRANCHES_SWAPPED(0.30),
    NULL_PRESERVED(0.24),
    ACCESSOR_FOR_FIELD(0.20),
    COLLECTION_OTHER(0.30);

    private final double prior;

    Mutation(double prior) {
        this.prior = prior;
    }

    double prior() {
        return prior;
    }

    /** The name in a result, for example {@code off-by-one}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
