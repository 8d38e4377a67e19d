package sessions;

import java.util.ArrayList;
import java.util.List;

public class Sessions {
    private final List<Integer> ages = new ArrayList<>();

    public void add(int age) {
        ages.add(age);
    }

    public void expire(int most) {
        for (Integer age : ages) {
            if (age > most) {
                ages.remove(age);
            }
        }
    }

    public int count() {
        return ages.size();
    }
}
