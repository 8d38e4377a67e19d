package dev.tracemend.status.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the page by name, read once. A fixed list: no name of a request ever becomes a path. */
@Singleton
final class PageFiles {
    private static final List<String> NAMES = List.of(
            "index.html",
            "app.css",
            "charts.css",
            "detail.css",
            "diff.css",
            "list.css",
            "app.js",
            "board.js",
            "charts.js",
            "decide.js",
            "detail.js",
            "diff.js",
            "diffview.js",
            "dom.js",
            "filters.js",
            "live.js",
            "pipeline.js",
            "rows.js",
            "spark.js",
            "syntax.js",
            "theme.js",
            "timeline.js",
            "trace.js",
            "view.js",
            "virtual.js",
            "when.js",
            "why.js",
            "icon.svg");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> files = new HashMap<>();

    PageFiles() {
        NAMES.forEach(name -> files.put(name, read(name)));
    }

    Optional<PageFile> get(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static PageFile read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/public/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "public/" + name + " is missing: the status server's jar is incomplete");
            }
            byte[] content = in.readAllBytes();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            return new PageFile(content, type, "\"" + Integer.toHexString(Arrays.hashCode(content)) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
