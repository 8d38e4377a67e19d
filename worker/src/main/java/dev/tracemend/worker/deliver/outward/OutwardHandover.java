package dev.tracemend.worker.deliver.outward;

import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.FastForward;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.worker.deliver.Delivered;
import dev.tracemend.worker.deliver.Handover;
import dev.tracemend.worker.deliver.Proposal;
import dev.tracemend.worker.deliver.Proposal.Reach;
import dev.tracemend.worker.deliver.branch.FixBranch;
import dev.tracemend.worker.deliver.branch.FixBranch.Committed;
import dev.tracemend.worker.deliver.pull.PullDelivery;
import dev.tracemend.worker.deliver.pull.PullDraft;
import dev.tracemend.worker.deliver.pull.PullOutcome;
import dev.tracemend.worker.deliver.pull.PullText;
import dev.tracemend.worker.deliver.webhook.Webhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers a patch to everything that is set up: always a branch, then a pull request, then word of it to a webhook. One
 * patch at a time, since all of them meet in one repository.
 */
public final class OutwardHandover implements Handover {
    private static final Logger LOG = LoggerFactory.getLogger(OutwardHandover.class);

    private final DeliveryConfig config;
    private final Clock clock;
    private final FixBranch branches;
    private final Optional<PullDelivery> pulls;
    private final Optional<Webhook> webhook;

    /** Nothing is connected before the first delivery. */
    public OutwardHandover(DeliveryConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.branches = new FixBranch(config.workspace(), config.dataDir());
        this.pulls = config.pulls().map(settings -> new PullDelivery(settings, config.workspace(), clock));
        this.webhook = config.webhook().map(settings -> new Webhook(settings, clock));
        config.notes().forEach(note -> LOG.warn("{}", note));
    }

    @Override
    public synchronized Delivered deliver(Proposal proposal) {
        FixResult result = proposal.result();
        PullText.Worded text = PullText.of(result, List.of());
        Committed committed = branches.commit(result);
        Delivered delivered = committed instanceof Committed.Made made
                ? onwards(proposal, made, text)
                : notCommitted((Committed.NotMade) committed);
        tell(proposal, delivered, text);
        return delivered;
    }

    private static Delivered notCommitted(Committed.NotMade why) {
        return why.retriable() ? new Delivered.NotYet(why.message()) : new Delivered.Impossible(why.message());
    }

    private Delivered onwards(Proposal proposal, Committed.Made made, PullText.Worded text) {
        keep(made.branch(), text);
        if (proposal.reach() == Reach.CHECKOUT) {
            checkOut(made);
        }
        return pulls.isEmpty()
                ? new Delivered.OnBranch(made.branch(), made.commit())
                : pull(pulls.get(), proposal, made, text);
    }

    private Delivered pull(PullDelivery delivery, Proposal proposal, Committed.Made made, PullText.Worded text) {
        FixResult result = proposal.result();
        boolean asked = !proposal.approvedBy().equals("policy");
        PullOutcome outcome = delivery.deliver(new PullDraft(
                result.fingerprint(), made.branch(), made.commit(), result.git().branch(), text, asked));
        if (outcome instanceof PullOutcome.Opened opened) {
            return new Delivered.AsPullRequest(made.branch(), made.commit(), opened.url());
        } else if (outcome instanceof PullOutcome.Updated updated) {
            return new Delivered.AsPullRequest(made.branch(), made.commit(), updated.url());
        } else if (outcome instanceof PullOutcome.ClosedByPerson closed) {
            return new Delivered.Impossible("a person closed " + closed.url());
        } else if (outcome instanceof PullOutcome.LeftAlone left) {
            return left.later() ? new Delivered.NotYet(left.why()) : new Delivered.Impossible(left.why());
        }
        PullOutcome.NotTaken refused = (PullOutcome.NotTaken) outcome;
        if (refused.retriable()) {
            return new Delivered.NotYet(refused.message());
        }
        LOG.warn("{}: on {}, without a pull request: {}", result.fingerprint(), made.branch(), refused.message());
        return new Delivered.OnBranch(made.branch(), made.commit());
    }

    /** The branch holds the fix in any case; where the user's own cannot follow, a person has to merge it. */
    private void checkOut(Committed.Made made) {
        try {
            new FastForward(Checkout.open(config.workspace()))
                    .to(made.commit())
                    .ifPresent(why -> LOG.warn("{} is not merged: {}", made.branch(), why));
        } catch (CheckoutException unusable) {
            LOG.warn("{} is not merged: {}", made.branch(), unusable.getMessage());
        }
    }

    /** For people who open the pull request themselves. */
    private void keep(String branch, PullText.Worded text) {
        Path file = config.dataDir().resolve("pulls").resolve(branch.replace('/', '-') + ".md");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, "# " + text.title() + "\n\n" + text.body() + "\n");
        } catch (IOException full) {
            LOG.warn("the text of the pull request of {} is not kept: {}", branch, full.toString());
        }
    }

    private void tell(Proposal proposal, Delivered delivered, PullText.Worded text) {
        if (webhook.isEmpty()) {
            return;
        }
        DeliveryNotice notice = notice(proposal, delivered, text);
        Webhook.Posted posted = webhook.get().post(proposal.result().id() + "-" + notice.outcome(), "delivery", notice);
        if (posted instanceof Webhook.Posted.NotTaken lost) {
            LOG.warn("{}: {}", proposal.result().fingerprint(), lost.message());
        }
    }

    private DeliveryNotice notice(Proposal proposal, Delivered delivered, PullText.Worded text) {
        String outcome = "branch";
        String note = "";
        String branch = "";
        String commit = "";
        String address = "";
        if (delivered instanceof Delivered.OnBranch on) {
            branch = on.branch();
            commit = on.commit();
        } else if (delivered instanceof Delivered.AsPullRequest as) {
            outcome = "pull-request";
            branch = as.branch();
            commit = as.commit();
            address = as.address();
        } else if (delivered instanceof Delivered.NotYet later) {
            outcome = "later";
            note = later.reason();
        } else if (delivered instanceof Delivered.Impossible never) {
            outcome = "impossible";
            note = never.reason();
        }
        FixResult result = proposal.result();
        return new DeliveryNotice(
                1,
                result.id(),
                result.container(),
                result.fingerprint(),
                result.title(),
                result.summary(),
                result.verdict().word(),
                proposal.count(),
                outcome,
                note,
                branch,
                commit,
                address,
                proposal.approvedBy(),
                result.patch().files(),
                result.patch().diff(),
                text.title(),
                text.body(),
                clock.millis() / 1_000.0);
    }
}
