package dev.tracemend.worker.deliver.pull;

import dev.tracemend.agent.workspace.BranchPush;
import dev.tracemend.agent.workspace.BranchPush.End;
import dev.tracemend.agent.workspace.BranchPush.Pushed;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.PushTarget;
import dev.tracemend.worker.deliver.pull.ForgeException.Kind;
import dev.tracemend.worker.deliver.pull.PullRequest.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens and updates pull requests: one per fingerprint, never again after a person closed it, so many a day. All that is
 * remembered is asked of the server, so restarts and several workers keep the same rules. For one thread.
 */
public final class PullDelivery {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int MOST_BRANCHES = 20;

    private final PullSettings settings;
    private final Path workspace;
    private final Clock clock;
    private final Forge forge;

    /** Delivers from the repository of a checkout. */
    public PullDelivery(PullSettings settings, Path workspace, Clock clock) {
        this.settings = settings;
        this.workspace = workspace;
        this.clock = clock;
        this.forge = settings.kind() == PullSettings.Kind.GITHUB
                ? new GitHubForge(settings, clock)
                : new GitLabForge(settings, clock);
    }

    /** Brings a draft to the server; never throws for what a server may answer. */
    public PullOutcome deliver(PullDraft draft) {
        try {
            Checkout checkout = Checkout.open(workspace);
            List<PullRequest> earlier = earlier(draft);
            Optional<PullRequest> open = with(earlier, State.OPEN);
            if (open.isPresent()) {
                return update(checkout, open.get(), draft);
            }
            Optional<PullRequest> closed = earlier.stream()
                    .filter(one -> one.state() == State.CLOSED)
                    .filter(one -> !draft.anew() || one.branch().equals(draft.branch()))
                    .findFirst();
            if (closed.isPresent()) {
                return new PullOutcome.ClosedByPerson(closed.get().url());
            }
            return open(checkout, draft);
        } catch (ForgeException refused) {
            return new PullOutcome.NotTaken(
                    String.valueOf(refused.getMessage()), refused.retriable(), refused.retryAfter());
        } catch (CheckoutException unusable) {
            return new PullOutcome.NotTaken(String.valueOf(unusable.getMessage()), false, Optional.empty());
        }
    }

    /** Those of all branches of the fingerprint: up to the draft's own, and on while there are more. */
    private List<PullRequest> earlier(PullDraft draft) {
        List<PullRequest> all = new ArrayList<>();
        for (int i = 1; i <= MOST_BRANCHES; i++) {
            List<PullRequest> found = forge.of(draft.branch(i));
            if (found.isEmpty() && i > draft.ordinal()) {
                break;
            }
            all.addAll(found);
        }
        if (draft.ordinal() > MOST_BRANCHES) {
            all.addAll(forge.of(draft.branch()));
        }
        return all;
    }

    private static Optional<PullRequest> with(List<PullRequest> all, State state) {
        return all.stream().filter(one -> one.state() == state).findFirst();
    }

    private PullOutcome update(Checkout checkout, PullRequest open, PullDraft draft) {
        if (!open.head().equals(draft.commit())) {
            boolean ours =
                    checkout.tip(open.branch()).filter(open.head()::equals).isPresent();
            if (!ours) {
                return new PullOutcome.LeftAlone(
                        "its branch " + open.branch() + " has commits of a person, which stay as they are: "
                                + open.url(),
                        false);
            }
            Optional<PullOutcome> failed = pushed(push(checkout, draft.commit(), open.branch(), open.head()));
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        PullRequest updated = forge.update(open, draft.text().into(open.body()));
        return new PullOutcome.Updated(updated.url(), open.branch());
    }

    private PullOutcome open(Checkout checkout, PullDraft draft) {
        int today = forge.openedSince(clock.instant().minus(DAY).getEpochSecond());
        if (today >= settings.perDay()) {
            return new PullOutcome.LeftAlone(
                    today + " pull requests were opened within 24 hours, and " + settings.perDay() + " are allowed",
                    true);
        }
        String target = draft.target().isBlank() ? forge.defaultBranch() : draft.target();
        Optional<PullOutcome> failed = pushed(push(checkout, draft.commit(), draft.branch(), ""));
        if (failed.isPresent()) {
            return failed.get();
        }
        try {
            PullRequest made = forge.open(
                    draft.branch(), target, draft.text().title(), draft.text().whole());
            return new PullOutcome.Opened(made.url(), draft.branch());
        } catch (ForgeException refused) {
            // Opened by a request whose answer was lost.
            Optional<PullRequest> there =
                    refused.kind() == Kind.EXISTS ? with(forge.of(draft.branch()), State.OPEN) : Optional.empty();
            if (there.isEmpty()) {
                throw refused;
            }
            return update(checkout, there.get(), draft);
        }
    }

    private Pushed push(Checkout checkout, String commit, String branch, String expected) {
        PushTarget target = new PushTarget(settings.project().repository(), forge.gitUser(), settings.token());
        BranchPush push = new BranchPush(checkout, target);
        Pushed first = push.push(commit, branch, expected);
        // A run that was cut off may have pushed the same commit before.
        return first.end() == End.MOVED_ON ? push.push(commit, branch, commit) : first;
    }

    private Optional<PullOutcome> pushed(Pushed pushed) {
        String project = settings.project().path();
        return switch (pushed.end()) {
            case DONE -> Optional.empty();
            case MOVED_ON ->
                Optional.of(new PullOutcome.LeftAlone(
                        "the branch on " + project + " has other commits, which stay as they are", false));
            case UNPUBLISHED ->
                Optional.of(new PullOutcome.LeftAlone(
                        "the fix stands on commits that are not on " + project + " yet: push them", true));
            case DENIED -> refused("the token may not push to " + project + ": give it write access to contents");
            case NOT_FOUND -> refused("git finds no repository " + project + ", or the token may not see it");
            case REFUSED -> refused(project + " refused the branch: " + pushed.message());
            case UNREACHABLE ->
                Optional.of(new PullOutcome.NotTaken(
                        "the branch could not be pushed to " + project + ": " + pushed.message(),
                        true,
                        Optional.empty()));
        };
    }

    private static Optional<PullOutcome> refused(String message) {
        return Optional.of(new PullOutcome.NotTaken(message, false, Optional.empty()));
    }
}
