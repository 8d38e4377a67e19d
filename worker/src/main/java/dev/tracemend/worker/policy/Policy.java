package dev.tracemend.worker.policy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker may do for one topic.
 *
 * @param minEvents errors of a cause before it is worked on
 * @param quiet so long no context of the cause may have come before it is worked on
 * @param incident what all attempts at one cause may spend together
 * @param hour what the topic may spend within an hour, over all workers
 * @param day the same within a day
 * @param priceIn money for a million tokens sent to a model
 * @param priceOut money for a million tokens it answered
 * @param neverTouch globs of files that no patch may change
 * @param askFor globs of files whose change needs a person's word, by the name of what they are
 * @param stormCauses so many new causes...
 * @param stormWithin ...within this time are a storm...
 * @param stormPause ...after which nothing is begun for this long
 * @param approvalExpires a proposal that nobody decided by then lapses
 * @param closeWindows windows without an error after which a delivered fix counts as proved by life
 * @param window length of such a window
 */
public record Policy(
        PolicyMode mode,
        long minEvents,
        Duration quiet,
        Limits incident,
        Limits hour,
        Limits day,
        double priceIn,
        double priceOut,
        List<String> neverTouch,
        Map<String, List<String>> askFor,
        int stormCauses,
        Duration stormWithin,
        Duration stormPause,
        Duration approvalExpires,
        int closeWindows,
        Duration window) {

    /** Where the file says nothing. */
    public static final Policy DEFAULT = new Policy(
            PolicyMode.ASK,
            1,
            Duration.ZERO,
            new Limits(3, Duration.ofMinutes(30), 500_000, 3),
            new Limits(60, Duration.ofHours(2), 2_000_000, 10),
            new Limits(500, Duration.ofHours(12), 10_000_000, 50),
            0,
            0,
            List.of(
                    ".git/**",
                    "**/.git/**",
                    "**/.env",
                    "**/.env.*",
                    "**/*.pem",
                    "**/*.key",
                    "**/id_rsa*",
                    "**/.ssh/**"),
            askedByDefault(),
            100,
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofDays(7),
            3,
            Duration.ofDays(1));

    /** Copies the collections; the order of {@code askFor} is kept. */
    public Policy {
        neverTouch = List.copyOf(neverTouch);
        askFor = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(askFor));
    }

    private static Map<String, List<String>> askedByDefault() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put(
                "build-files",
                List.of(
                        "**/pom.xml",
                        "**/*.gradle",
                        "**/*.gradle.kts",
                        "**/Makefile",
                        "**/Dockerfile*",
                        "**/build.xml",
                        "**/CMakeLists.txt",
                        "**/setup.py",
                        "**/setup.cfg",
                        ".mvn/**",
                        "gradle/**",
                        "**/mvnw*",
                        "**/gradlew*"));
        asked.put(
                "ci",
                List.of(
                        ".github/**",
                        ".gitlab-ci.yml",
                        ".gitlab/**",
                        "**/Jenkinsfile",
                        ".circleci/**",
                        "azure-pipelines.yml",
                        ".travis.yml",
                        ".buildkite/**",
                        ".husky/**"));
        asked.put(
                "dependencies",
                List.of(
                        "**/package.json",
                        "**/package-lock.json",
                        "**/yarn.lock",
                        "**/pnpm-lock.yaml",
                        "**/requirements*.txt",
                        "**/pyproject.toml",
                        "**/poetry.lock",
                        "**/Pipfile*",
                        "**/go.mod",
                        "**/go.sum",
                        "**/Cargo.toml",
                        "**/Cargo.lock",
                        "**/Gemfile*"));
        asked.put(
                "secrets",
                List.of(
                        "**/*secret*",
                        "**/*credential*",
                        "**/*password*",
                        "**/*.jks",
                        "**/*.p12",
                        "**/.npmrc",
                        "**/.pypirc",
                        "**/.netrc"));
        asked.put("migrations", List.of("**/migrations/**", "**/migration/**", "**/db/changelog/**", "**/*.sql"));
        return asked;
    }
}
