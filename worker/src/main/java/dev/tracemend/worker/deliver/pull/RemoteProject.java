package dev.tracemend.worker.deliver.pull;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project on a server, as a remote's address names it.
 *
 * @param web scheme, host and port under which the server is asked over HTTP
 * @param path {@code owner/name}, or with more groups before the name
 */
public record RemoteProject(URI web, String path) {
    private static final Pattern HTTP =
            Pattern.compile("(https?)://(?:[^/@]*@)?([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?/(.+)");
    private static final Pattern SSH = Pattern.compile("ssh://(?:[^/@]*@)?([A-Za-z0-9.-]+)(?::\\d{1,5})?/(.+)");
    private static final Pattern SHORT = Pattern.compile("(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9.-]+):([^/].*)");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)+");

    /** Reads {@code https://…}, {@code ssh://…} and {@code git@host:…}; empty for anything else, a folder for example. */
    static Optional<RemoteProject> of(String remote) {
        Matcher http = HTTP.matcher(remote);
        if (http.matches()) {
            String port = http.group(3) == null ? "" : http.group(3);
            return of(http.group(1) + "://" + http.group(2) + port, http.group(4));
        }
        Matcher ssh = SSH.matcher(remote);
        if (ssh.matches()) {
            return of("https://" + ssh.group(1), ssh.group(2));
        }
        Matcher brief = SHORT.matcher(remote);
        return brief.matches() ? of("https://" + brief.group(1), brief.group(2)) : Optional.empty();
    }

    private static Optional<RemoteProject> of(String web, String path) {
        String bare = path.replaceAll("/+$", "").replaceAll("\\.git$", "");
        boolean plain = PATH.matcher(bare).matches() && !bare.matches("(.*/)?\\.\\.?(/.*)?");
        return plain
                ? Optional.of(new RemoteProject(URI.create(web.toLowerCase(Locale.ROOT)), bare))
                : Optional.empty();
    }

    String host() {
        return String.valueOf(web.getHost());
    }

    /** Everything before the last part. */
    String owner() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** Where git pushes to. */
    URI repository() {
        return URI.create(web + "/" + path + ".git");
    }
}
