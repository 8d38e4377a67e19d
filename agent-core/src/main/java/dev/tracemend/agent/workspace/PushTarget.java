package dev.tracemend.agent.workspace;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A repository to push to over HTTP, and who pushes. It prints itself without the token.
 *
 * @param url without user or password; {@code https}, or {@code http} on this machine
 * @param user the name that goes with the token
 */
public record PushTarget(URI url, String user, String token) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Throws {@link IllegalArgumentException} for an address over which a token would be readable on the way. */
    public PushTarget {
        String host = String.valueOf(url.getHost());
        boolean https = "https".equals(url.getScheme());
        if (!https && !("http".equals(url.getScheme()) && THIS_MACHINE.contains(host))) {
            throw new IllegalArgumentException("a token is sent over https only, not to " + host);
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of " + host + " must hold no user, password or query");
        }
    }

    /**
     * Settings for one git command, handed over in its environment, which other users of the machine cannot read and no
     * file keeps. They hold for this one address; a redirect elsewhere is not followed.
     */
    Map<String, String> environment() {
        String header = "Authorization: Basic " + credentials();
        String http = "http." + url;
        List<Map.Entry<String, String>> settings = List.of(
                Map.entry("credential.helper", ""),
                // An empty value forgets the headers of the user's own settings; two of one name would be refused.
                Map.entry(http + ".extraHeader", ""),
                Map.entry(http + ".extraHeader", header),
                Map.entry(http + ".followRedirects", "false"),
                // The longest match wins: nothing turns this address into another one.
                Map.entry("url." + url + ".insteadOf", url.toString()),
                Map.entry("url." + url + ".pushInsteadOf", url.toString()));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("GIT_CONFIG_COUNT", Integer.toString(settings.size()));
        for (int i = 0; i < settings.size(); i++) {
            environment.put("GIT_CONFIG_KEY_" + i, settings.get(i).getKey());
            environment.put("GIT_CONFIG_VALUE_" + i, settings.get(i).getValue());
        }
        environment.put("GIT_ASKPASS", "");
        environment.put("GIT_ALLOW_PROTOCOL", String.valueOf(url.getScheme()));
        return environment;
    }

    /** What git said, without the token in any spelling. */
    String masked(String said) {
        return said.replace(credentials(), "***").replace(token, "***");
    }

    private String credentials() {
        return Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
