package dev.tracemend.worker.deliver.pull;

import dev.tracemend.worker.deliver.http.Patience;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which server takes pull requests, and how many. It prints itself without the token.
 *
 * @param api root of its REST API
 * @param perDay new pull requests within any 24 hours, over all causes
 */
public record PullSettings(Kind kind, URI api, RemoteProject project, String token, int perDay, Patience patience) {
    /** New pull requests a day where nothing else is said. */
    public static final int PER_DAY = 10;

    /** Whose REST API it is. */
    public enum Kind {
        /** github.com and GitHub Enterprise. */
        GITHUB("GITHUB_TOKEN", "GITHUB_API_URL", "github.com"),
        /** gitlab.com and GitLab of one's own. */
        GITLAB("GITLAB_TOKEN", "GITLAB_API_URL", "gitlab.com");

        private final String token;
        private final String api;
        private final String home;

        Kind(String token, String api, String home) {
            this.token = token;
            this.api = api;
            this.home = home;
        }
    }

    /**
     * What the environment and a remote's address say; empty where there is no token. A token goes to the server it was
     * made for, or to the one whose API the environment names, and to no other.
     *
     * @throws IllegalArgumentException with one sentence when a token is given that cannot be used here
     */
    public static Optional<PullSettings> of(Map<String, String> environment, String remote, int perDay) {
        boolean any = false;
        for (Kind kind : Kind.values()) {
            String token = environment.getOrDefault(kind.token, "").strip();
            if (token.isEmpty()) {
                continue;
            }
            any = true;
            RemoteProject project = RemoteProject.of(remote)
                    .orElseThrow(() -> new IllegalArgumentException("the remote origin names no project of a server, so"
                            + " no pull request can be opened there: set it to https://<server>/<owner>/<name>.git"));
            Optional<URI> api = api(kind, environment.getOrDefault(kind.api, "").strip(), project);
            if (api.isPresent()) {
                return Optional.of(new PullSettings(kind, api.get(), project, token, perDay, Patience.usual()));
            }
        }
        if (any) {
            throw new IllegalArgumentException("the token is not for the server of the remote origin: for a server of"
                    + " your own, name its API with " + Kind.GITHUB.api + " or " + Kind.GITLAB.api);
        }
        return Optional.empty();
    }

    private static Optional<URI> api(Kind kind, String named, RemoteProject project) {
        if (named.isEmpty()) {
            return project.host().equals(kind.home)
                    ? Optional.of(
                            URI.create(kind == Kind.GITHUB ? "https://api.github.com" : "https://gitlab.com/api/v4"))
                    : Optional.empty();
        }
        URI api = URI.create(named.toLowerCase(Locale.ROOT).startsWith("http") ? named.replaceAll("/+$", "") : "none:");
        boolean same = api.getHost() != null
                && (api.getHost().equals(project.host()) || api.getHost().equals("api." + project.host()));
        return same ? Optional.of(api) : Optional.empty();
    }

    /** The same with other patience. */
    public PullSettings withPatience(Patience other) {
        return new PullSettings(kind, api, project, token, perDay, other);
    }

    @Override
    public String toString() {
        return kind + " " + project.path() + " at " + api;
    }
}
