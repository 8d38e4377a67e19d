package dev.tracemend.status.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Optional;

/** The page at {@code /} and its files under {@code /assets/}. */
@Controller
final class PageController {
    private final PageFiles files;

    PageController(PageFiles files) {
        this.files = files;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> page(HttpRequest<?> request) {
        return file(request, "index.html");
    }

    @Get("/assets/{name}")
    HttpResponse<byte[]> asset(HttpRequest<?> request, String name) {
        return file(request, name);
    }

    private HttpResponse<byte[]> file(HttpRequest<?> request, String name) {
        Optional<PageFile> found = files.get(name);
        if (found.isEmpty()) {
            return Problems.answer(
                    request, HttpStatus.NOT_FOUND, "no such file belongs to the page", Problems.newTrace());
        }
        PageFile file = found.get();
        if (file.tag().equals(request.getHeaders().get("If-None-Match"))) {
            return HttpResponse.<byte[]>notModified().header("ETag", file.tag()).header("Cache-Control", "no-cache");
        }
        return HttpResponse.ok(file.content())
                .contentType(MediaType.of(file.type()))
                .header("ETag", file.tag())
                .header("Cache-Control", "no-cache");
    }
}
