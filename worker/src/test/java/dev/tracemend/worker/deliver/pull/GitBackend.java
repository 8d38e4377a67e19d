package dev.tracemend.worker.deliver.pull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Git's own server over HTTP, run as the CGI program that it is, for the repositories below a folder. */
final class GitBackend {
    private final Path repositories;

    GitBackend(Path repositories) {
        this.repositories = repositories;
    }

    void answer(HttpExchange exchange) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", repositories.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", "somebody");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put("QUERY_STRING", text(exchange.getRequestURI().getQuery()));
        Headers headers = exchange.getRequestHeaders();
        environment.put("CONTENT_TYPE", text(headers.getFirst("Content-Type")));
        environment.put("HTTP_CONTENT_ENCODING", text(headers.getFirst("Content-Encoding")));
        environment.put("HTTP_GIT_PROTOCOL", text(headers.getFirst("Git-Protocol")));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        CompletableFuture<byte[]> said = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
        try (OutputStream in = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        pass(said.join(), exchange);
    }

    /** CGI's headers, an empty line, the body. */
    private static void pass(byte[] said, HttpExchange exchange) throws IOException {
        int end = new String(said, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        int status = 200;
        for (String line : new String(said, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) {
                status = Integer.parseInt(header[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
        }
        int length = said.length - end - 4;
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(said, end + 4, length);
    }

    private static byte[] all(InputStream stream) {
        try (stream) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            stream.transferTo(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
