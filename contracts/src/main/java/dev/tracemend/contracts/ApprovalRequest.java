package dev.tracemend.contracts;

import java.util.List;

/**
 * The value of {@code agent.approvals.requests}: something waits for a person. The record's key is the id; what is
 * decided comes as an {@link ApprovalResponse} of the same id.
 *
 * @param v version of this form, 1
 * @param id names the request; of a patch it is the id of the result that proposes it
 * @param kind {@code patch}, {@code tool} or {@code skill}
 * @param subject one line for a person
 * @param risk what makes a person's word necessary, for example {@code build files: pom.xml}; empty where nothing special
 * @param diffOrArgs the diff of a patch, or the arguments of a call
 * @param expiresAt when it lapses, seconds since the epoch
 * @param ts when it was asked
 * @param topic short name of the topic whose worker waits
 * @param fingerprint the cause
 * @param resultId the result that proposes it
 * @param files what would be changed, relative to the checkout's root
 * @param verified whether the patch was proved
 */
public record ApprovalRequest(
        int v,
        String id,
        String kind,
        String subject,
        String risk,
        String diffOrArgs,
        double expiresAt,
        double ts,
        String topic,
        String fingerprint,
        String resultId,
        List<String> files,
        boolean verified) {

    /** Replaces what is absent by the neutral value. */
    public ApprovalRequest {
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        kind = Absent.text(kind);
        subject = Absent.text(subject);
        risk = Absent.text(risk);
        diffOrArgs = Absent.text(diffOrArgs);
        expiresAt = Absent.finite(expiresAt);
        ts = Absent.finite(ts);
        topic = Absent.text(topic);
        fingerprint = Absent.text(fingerprint);
        resultId = Absent.text(resultId);
        files = Absent.list(files);
    }
}
