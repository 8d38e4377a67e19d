import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Drives the service from outside: all must be answered as it should be. */
public final class Drive {
    public static void main(String[] args) throws Exception {
        HttpServer server = dao.App.start(0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        String[][] expected = {
            {"/owner?id=0", "200 owner of 0"},
            {"/owner?id=1", "200 owner of 1"},
            {"/owner?id=2", "200 owner of 2"},
            {"/owner?id=3", "200 owner of 3"},
            {"/owner?id=4", "200 owner of 4"},
            {"/owner?id=5", "200 owner of 5"},
            {"/owner?id=6", "200 owner of 6"},
            {"/owner?id=7", "200 owner of 7"},
            {"/owner?id=8", "200 owner of 8"},
            {"/owner?id=9", "200 owner of 9"},
            {"/owner?id=10", "200 owner of 10"},
            {"/owner?id=11", "200 owner of 11"}
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
