package dao;

import java.util.Map;

public final class Routes {
    private final Pool pool = new Pool(3);
    private final Accounts accounts = new Accounts(pool);

    public String answer(String path, Map<String, String> query) {
        return accounts.owner(query.get("id"));
    }
}
