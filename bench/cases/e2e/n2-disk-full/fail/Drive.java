import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Drives the service from outside: all must be answered as it should be. */
public final class Drive {
    public static void main(String[] args) throws Exception {
        HttpServer server = archive.App.start(0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        String[][] expected = {
            {"/store?text=a", "200"}
        };
        int wrong = 0;
        for (String[] row : expected) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + row[0])).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            String seen = answer.statusCode() + " " + answer.body();
            if (!seen.equals(row[1])) {
                System.out.println(row[0] + ": " + seen + ", not " + row[1]);
                wrong++;
            }
        }
        server.stop(0);
        System.exit(wrong == 0 ? 0 : 1);
    }
}
