import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Pools, futures, suppressed failures and a deep stack: what the JVM itself prints, between lines of the program. */
public class Pools {
    record Order(int id, Map<String, Integer> lines) {}

    static int total(Order order) {
        return order.lines().get("total");
    }

    static int depth(int n) {
        return depth(n + 1) + 1;
    }

    static final class Till implements AutoCloseable {
        void book(int n) {
            throw new IllegalStateException("till " + n + " is closed");
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("a till stays open");
        }
    }

    public static void main(String[] args) throws Exception {
        System.setErr(System.out);
        for (int i = 0; i < 40; i++) {
            System.out.println("order " + i + " taken, failures so far: 0");
            if (i % 3 == 0) {
                System.out.println("ErrorReporter is idle (queue=0, dropped=0)");
            }
            ExecutorService pool = Executors.newFixedThreadPool(1);
            int n = i;
            if (i % 5 == 1) {
                pool.execute(() -> total(new Order(n, Map.of())));
            }
            if (i % 6 == 2) {
                try {
                    CompletableFuture.supplyAsync(() -> List.of(1, 2).get(n), pool).join();
                } catch (CompletionException e) {
                    e.printStackTrace();
                }
            }
            if (i % 7 == 3) {
                try (Till till = new Till()) {
                    till.book(n);
                } catch (IllegalStateException e) {
                    e.printStackTrace();
                }
            }
            if (i % 13 == 4) {
                pool.execute(() -> depth(0));
            }
            if (i % 8 == 5) {
                System.out.println("retrying order " + i + ": ok at the 2nd try");
            }
            pool.shutdown();
            pool.awaitTermination(5, TimeUnit.SECONDS);
        }
    }
}
