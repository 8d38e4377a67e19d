package dev.tracemend.worker.deliver.pull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.worker.deliver.pull.PullRequest.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** GitLab's REST API, version 4. A draft is what its title says. */
final class GitLabForge implements Forge {
    private final ForgeCalls calls;
    private final String project;

    GitLabForge(PullSettings settings, Clock clock) {
        this.calls = new ForgeCalls(settings, Map.of("PRIVATE-TOKEN", settings.token()), clock);
        this.project = "/projects/" + encoded(settings.project().path());
    }

    @Override
    public List<PullRequest> of(String branch) {
        return list("source_branch=" + encoded(branch)).stream()
                .filter(one -> one.branch().equals(branch))
                .toList();
    }

    @Override
    public int openedSince(long time) {
        return (int) list("created_after=" + encoded(Instant.ofEpochSecond(time).toString())).stream()
                .filter(one -> one.createdAt() >= time && one.branch().startsWith("tracemend/"))
                .count();
    }

    private List<PullRequest> list(String filter) {
        List<PullRequest> found = new ArrayList<>();
        calls.get(project + "/merge_requests?state=all&scope=all&order_by=created_at&sort=desc&per_page=100&" + filter)
                .forEach(one -> found.add(read(one)));
        return found;
    }

    @Override
    public String defaultBranch() {
        return calls.get(project).path("default_branch").asText("main");
    }

    @Override
    public PullRequest open(String branch, String target, String title, String body) {
        return read(calls.send(
                "POST",
                project + "/merge_requests",
                Map.of(
                        "source_branch", branch,
                        "target_branch", target,
                        "title", "Draft: " + title,
                        "description", body)));
    }

    @Override
    public PullRequest update(PullRequest existing, String body) {
        return read(calls.send("PUT", project + "/merge_requests/" + existing.number(), Map.of("description", body)));
    }

    @Override
    public String gitUser() {
        return "oauth2";
    }

    private static PullRequest read(JsonNode one) {
        State state =
                switch (one.path("state").asText()) {
                    case "merged" -> State.MERGED;
                    case "closed" -> State.CLOSED;
                    default -> State.OPEN;
                };
        return new PullRequest(
                one.path("iid").asLong(),
                one.path("web_url").asText(),
                state,
                one.path("source_branch").asText(),
                one.path("sha").asText(),
                one.path("description").isTextual() ? one.path("description").asText() : "",
                GitHubForge.seconds(one.path("created_at").asText()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
