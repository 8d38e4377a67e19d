import java.io.*;
import java.util.*;
import java.util.logging.*;

/** Plays the events of standard input through java.util.logging, whose layout has two lines. */
public class JulShop {
    static final Logger LOG = Logger.getLogger("com.acme.shop.Billing");

    public static void main(String[] args) throws Exception {
        LOG.setUseParentHandlers(false);
        Handler handler = new StreamHandler(System.out, new SimpleFormatter());
        handler.setLevel(Level.ALL);
        LOG.addHandler(handler);
        LOG.setLevel(Level.ALL);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] event = line.split("\t", 3);
            handler.flush();
            System.out.println("@@ " + event[0]);
            System.out.flush();
            if (!event[1].equals("throw")) {
                LOG.log(level(event[1]), event[2]);
                continue;
            }
            String[] what = event[2].split(":", 2);
            try {
                fail(what[0], what[1]);
            } catch (Exception e) {
                LOG.log(Level.SEVERE, "bill " + what[1] + " failed", e);
            }
        }
        handler.flush();
    }

    static Level level(String name) {
        return switch (name) {
            case "ERROR" -> Level.SEVERE;
            case "WARN" -> Level.WARNING;
            case "DEBUG" -> Level.FINE;
            default -> Level.INFO;
        };
    }

    static void fail(String what, String value) {
        switch (what) {
            case "key" -> new ArrayDeque<String>().removeFirst();
            case "parse" -> java.time.LocalDate.parse("no date " + value);
            case "index" -> "abc".substring(value.length() + 3);
            default -> ((List<Object>) (List<?>) List.of(1)).add(value);
        }
    }
}
