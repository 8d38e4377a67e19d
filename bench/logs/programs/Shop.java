import java.io.*;
import java.util.*;
import org.apache.logging.log4j.*;

/** Plays the events of standard input through Log4j 2; the layout is the system property log4j2.configurationFile. */
public class Shop {
    static final Logger LOG = LogManager.getLogger("com.acme.shop.OrderService");

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.out.println("@@ throw-key");
            System.out.flush();
            new Shop().price(Map.of(), "crash");
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] event = line.split("\t", 3);
            System.out.println("@@ " + event[0]);
            if (!event[1].equals("throw")) {
                LOG.log(Level.toLevel(event[1]), event[2]);
                continue;
            }
            String[] what = event[2].split(":", 2);
            try {
                new Shop().fail(what[0], what[1]);
            } catch (Exception e) {
                LOG.error("request " + what[1] + " failed", e);
            }
        }
    }

    void fail(String what, String value) throws Exception {
        switch (what) {
            case "key" -> price(Map.of("a", 1), value);
            case "parse" -> parse(value);
            case "index" -> List.of(1, 2).forEach(i -> System.out.print(new int[] {1}[value.length() + i]));
            default -> checkout(value);
        }
    }

    int price(Map<String, Integer> prices, String name) {
        return prices.get(name) + 1;
    }

    int parse(String value) {
        return Integer.parseInt("x" + value);
    }

    void checkout(String value) throws Exception {
        try {
            reserve(value);
        } catch (IllegalStateException e) {
            throw new IOException("checkout of " + value, e);
        }
    }

    void reserve(String value) {
        throw new IllegalStateException("no stock for " + value);
    }
}
