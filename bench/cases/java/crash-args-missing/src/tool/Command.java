package tool;

public class Command {
    /** {@code name=value}; without a value it is empty. */
    public static String value(String option) {
        String[] parts = option.split("=");
        return parts[1].trim();
    }
}
