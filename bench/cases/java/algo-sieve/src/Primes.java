import java.util.ArrayList;
import java.util.List;

public class Primes {
    public static List<Integer> upTo(int most) {
        List<Integer> primes = new ArrayList<>();
        for (int n = 2; n <= most; n++) {
            int candidate = n;
            if (primes.stream().anyMatch(prime -> candidate % prime > 0)) {
                primes.add(n);
            }
        }
        return primes;
    }
}
