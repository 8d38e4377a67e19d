package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of paths and where to look for them. As in a shell, {@code /**}{@code /} also stands for no folder at all;
 * compressed files are left out, for they hold no lines.
 *
 * @param folder the deepest one that the pattern names without a wildcard
 */
record Glob(Path folder, List<PathMatcher> matchers, int depth) {
    private static final String WILDCARDS = "*?[{";
    private static final int DEEPEST = 12;
    private static final Pattern COMPRESSED = Pattern.compile(".*\\.(?:gz|bz2|xz|zst|lz4|zip)");

    static boolean isOne(String pattern) {
        return firstWildcard(pattern) < pattern.length();
    }

    /**
     * Of an absolute pattern.
     *
     * @throws PatternSyntaxException when its brackets or braces do not match
     */
    static Glob of(String pattern) {
        String fixed = pattern.substring(0, pattern.lastIndexOf('/', firstWildcard(pattern)) + 1);
        String rest = pattern.substring(fixed.length());
        int depth = rest.contains("**")
                ? DEEPEST
                : 1 + (int) rest.chars().filter(c -> c == '/').count();
        return new Glob(Path.of(fixed), List.of(matcher(pattern), matcher(pattern.replace("/**/", "/"))), depth);
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private static int firstWildcard(String pattern) {
        int at = 0;
        while (at < pattern.length() && WILDCARDS.indexOf(pattern.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    static boolean isCompressed(String name) {
        return COMPRESSED.matcher(name).matches();
    }

    boolean names(Path file) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(file)) && !isCompressed(file.toString());
    }

    /** Shows the files it names now, and the folders that were looked into. What cannot be listed is passed over. */
    void find(FileListing listing) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return listing.folder(visited) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && names(file)) {
                    listing.file(file, attributes, Route.DEFAULT);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
