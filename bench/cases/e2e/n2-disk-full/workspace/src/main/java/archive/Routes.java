package archive;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        return new Archive().store(query.get("text"));
    }
}
