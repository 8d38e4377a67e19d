package dev.tracemend.worker.deliver.pull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.worker.deliver.pull.ForgeException.Kind;
import dev.tracemend.worker.deliver.pull.PullRequest.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** GitHub's REST API, version 2022-11-28. */
final class GitHubForge implements Forge {
    private static final int MOST_PAGES = 5;

    private final ForgeCalls calls;
    private final String project;
    private final String owner;

    GitHubForge(PullSettings settings, Clock clock) {
        this.calls = new ForgeCalls(
                settings,
                Map.of(
                        "Authorization", "Bearer " + settings.token(),
                        "Accept", "application/vnd.github+json",
                        "X-GitHub-Api-Version", "2022-11-28"),
                clock);
        this.project = "/repos/" + settings.project().path();
        this.owner = settings.project().owner();
    }

    @Override
    public List<PullRequest> of(String branch) {
        String head = URLEncoder.encode(owner + ":" + branch, StandardCharsets.UTF_8);
        List<PullRequest> found = new ArrayList<>();
        calls.get(project + "/pulls?state=all&sort=created&direction=desc&per_page=100&head=" + head)
                .forEach(one -> found.add(read(one)));
        // Not every server knows the filter, and an unfiltered list would be anybody's.
        return found.stream().filter(one -> one.branch().equals(branch)).toList();
    }

    @Override
    public int openedSince(long time) {
        int count = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode all =
                    calls.get(project + "/pulls?state=all&sort=created&direction=desc&per_page=100&page=" + page);
            for (JsonNode each : all) {
                PullRequest one = read(each);
                if (one.createdAt() < time) {
                    return count;
                }
                count += one.branch().startsWith("tracemend/") ? 1 : 0;
            }
            if (all.size() < 100) {
                return count;
            }
        }
        return count;
    }

    @Override
    public String defaultBranch() {
        return calls.get(project).path("default_branch").asText("main");
    }

    @Override
    public PullRequest open(String branch, String target, String title, String body) {
        try {
            return open(branch, target, title, body, true);
        } catch (ForgeException refused) {
            if (refused.kind() == Kind.REFUSED
                    && String.valueOf(refused.getMessage()).contains("Draft pull requests are not")) {
                return open(branch, target, "Draft: " + title, body, false);
            }
            throw refused;
        }
    }

    private PullRequest open(String branch, String target, String title, String body, boolean draft) {
        return read(calls.send(
                "POST",
                project + "/pulls",
                Map.of("head", branch, "base", target, "title", title, "body", body, "draft", draft)));
    }

    @Override
    public PullRequest update(PullRequest existing, String body) {
        return read(calls.send("PATCH", project + "/pulls/" + existing.number(), Map.of("body", body)));
    }

    @Override
    public String gitUser() {
        return "x-access-token";
    }

    private static PullRequest read(JsonNode one) {
        State state = one.path("state").asText().equals("open")
                ? State.OPEN
                : one.path("merged_at").isTextual() ? State.MERGED : State.CLOSED;
        return new PullRequest(
                one.path("number").asLong(),
                one.path("html_url").asText(),
                state,
                one.path("head").path("ref").asText(),
                one.path("head").path("sha").asText(),
                one.path("body").isTextual() ? one.path("body").asText() : "",
                seconds(one.path("created_at").asText()));
    }

    static long seconds(String time) {
        try {
            return time.isEmpty() ? 0 : java.time.OffsetDateTime.parse(time).toEpochSecond();
        } catch (java.time.format.DateTimeParseException odd) {
            return Instant.EPOCH.getEpochSecond();
        }
    }
}
