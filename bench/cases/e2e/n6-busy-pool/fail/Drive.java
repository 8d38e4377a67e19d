import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public final class Drive {
    public static void main(String[] args) throws Exception {
        HttpServer server = desk.App.start(0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        for (String path : new String[] {"/call?name=ann", "/call?name=bob", "/call?name=cy"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
        server.stop(0);
        System.exit(0);
    }
}
