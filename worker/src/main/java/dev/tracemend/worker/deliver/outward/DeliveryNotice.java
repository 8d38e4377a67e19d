package dev.tracemend.worker.deliver.outward;

import java.util.List;

/**
 * What a webhook is told of a delivered patch.
 *
 * @param v version of this form, 1
 * @param id of the result
 * @param topic the topic's short name
 * @param verdict {@code verified}, or {@code proposed}
 * @param count errors of the cause so far
 * @param outcome {@code branch}, {@code pull-request}, {@code later} or {@code impossible}
 * @param note why, where there is something to say
 * @param pullTitle title of the pull request, opened or not
 * @param pullBody its text, in Markdown
 */
record DeliveryNotice(
        int v,
        String id,
        String topic,
        String fingerprint,
        String title,
        String summary,
        String verdict,
        long count,
        String outcome,
        String note,
        String branch,
        String commit,
        String pullRequest,
        String approvedBy,
        List<String> files,
        String diff,
        String pullTitle,
        String pullBody,
        double ts) {}
