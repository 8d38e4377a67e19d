package desk;

import java.util.HashMap;
import java.util.Map;

/** A caller keeps a line until it hangs up. */
public final class Routes {
    private final Pool pool = new Pool(2);
    private final Map<String, Pool.Line> calls = new HashMap<>();

    public String answer(String path, Map<String, String> query) {
        String name = query.get("name");
        return path.equals("/call") ? call(name) : hangUp(name);
    }

    private String call(String name) {
        Pool.Line line = pool.lend();
        String greeting = line.greet(name);
        calls.put(name, line);
        return greeting;
    }

    private String hangUp(String name) {
        Pool.Line line = calls.remove(name);
        if (line == null) {
            return "no call";
        }
        line.close();
        return "bye " + name;
    }
}
