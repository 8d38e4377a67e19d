package api;

import java.util.Map;

/** A payment as it came in, parsed from JSON: whole numbers may be Integer or Long. */
public class Payment {
    private final Map<String, Object> fields;

    public Payment(Map<String, Object> fields) {
        this.fields = fields;
    }

    public String account() {
        return (String) fields.get("account");
    }

    public long cents() {
        return (Long) fields.get("cents");
    }

    public String text() {
        return account() + " " + cents() / 100 + "." + String.format("%02d", cents() % 100);
    }
}
