package dev.tracemend.contracts;

import java.util.List;
import java.util.Map;

/**
 * A patch that waits to be decided or delivered, with all that delivering needs, so that nothing has to be done again.
 *
 * @param result the result that proposes it
 * @param risk what needs a person's word, for example {@code build files: pom.xml}; empty for nothing special
 * @param expiresAt when the question to a person lapses, seconds since the epoch; 0 when nobody was asked
 */
public record OpenProposal(FixResult result, String risk, double expiresAt) {
    private static final FixResult NO_RESULT = new FixResult(
            "",
            "",
            "",
            "",
            0,
            1,
            "",
            "",
            "",
            "",
            0,
            Verdict.DIAGNOSED,
            "",
            "",
            "",
            new RootCause("", 0, List.of()),
            List.of(),
            PatchInfo.NONE,
            VerificationInfo.NONE,
            GitBase.NONE,
            ModelUse.NONE,
            0,
            Map.of());

    /** Nothing is open: the result has no id. */
    public static final OpenProposal NONE = new OpenProposal(NO_RESULT, "", 0);

    /** Replaces what is absent by the neutral value. */
    public OpenProposal {
        result = Absent.or(result, NO_RESULT);
        risk = Absent.text(risk);
        expiresAt = Absent.finite(expiresAt);
    }

    /** Whether nothing is open. */
    public boolean none() {
        return result.id().isEmpty();
    }
}
