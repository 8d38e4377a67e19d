package json;

import java.util.Map;

public class Values {
    public static int whole(Map<String, Object> values, String key) {
        return (Integer) values.get(key);
    }
}
