package dev.tracemend.agent.fix;

import dev.tracemend.agent.repair.Project;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generated reproduction as a file of the project, to be committed with the fix.
 *
 * @param path relative to the root of the checkout
 */
record ReproductionFile(String path, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?class (\\w+) \\{");
    private static final String USUAL = "src/test/java";

    /** Below the project's test sources, or where Maven would look; none where the project has no JUnit to run it. */
    static Optional<ReproductionFile> of(Project project, String source) {
        Matcher named = CLASS.matcher(source);
        String jar = source.contains("org.junit.jupiter") ? "junit-jupiter" : "junit-4";
        boolean runs = project.classPath().stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .anyMatch(name -> name.startsWith(jar) || jar.equals("junit-4") && name.equals("junit.jar"));
        if (!named.find() || !runs) {
            return Optional.empty();
        }
        Matcher home = PACKAGE.matcher(source);
        String folder = home.find() ? home.group(1).replace('.', '/') + "/" : "";
        String root = project.root().relativize(root(project)).toString().replace('\\', '/');
        return Optional.of(new ReproductionFile(root + "/" + folder + named.group(1) + ".java", source));
    }

    private static Path root(Project project) {
        if (!project.tests().isEmpty()) {
            return project.tests().get(0);
        }
        Path source = project.sources().get(0);
        return source.endsWith("src/main/java")
                ? source.resolve("../../test/java").normalize()
                : project.root().resolve(USUAL);
    }
}
