package dev.tracemend.agent.predict;

import dev.tracemend.agent.adapter.ParseFailure;
import dev.tracemend.agent.model.ModelException;

/** A program could not go on: the sealed kinds are all there are. */
public abstract sealed class RunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private RunException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A reply could not be read, not even after the model was told what was wrong with it. */
    public static final class Unreadable extends RunException {
        private static final long serialVersionUID = 1;
        private final String raw;

        Unreadable(String predictor, String model, ParseFailure failure) {
            super(
                    "the reply of " + model + " to `" + predictor + "` cannot be read: " + failure.problem()
                            + "; use a larger model, or ask for fewer and simpler fields",
                    failure);
            this.raw = failure.raw();
        }

        /** The last reply as it came. */
        public String raw() {
            return raw;
        }
    }

    /** The provider gave no answer. */
    public static final class NoAnswer extends RunException {
        private static final long serialVersionUID = 1;
        private final ModelException failure;

        NoAnswer(ModelException failure) {
            super(String.valueOf(failure.getMessage()), failure);
            this.failure = failure;
        }

        /** Why. */
        public ModelException failure() {
            return failure;
        }
    }

    /** The next call would have gone beyond the budget and was not made. */
    public static final class BudgetSpent extends RunException {
        private static final long serialVersionUID = 1;

        BudgetSpent(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static RunException of(ModelException failure) {
        return failure.kind() == ModelException.Kind.BUDGET_SPENT
                ? new BudgetSpent(String.valueOf(failure.getMessage()), failure)
                : new NoAnswer(failure);
    }
}
