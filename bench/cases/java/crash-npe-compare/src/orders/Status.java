package orders;

public class Status {
    private final String value;

    public Status(String value) {
        this.value = value;
    }

    public boolean isPaid() {
        return value.equals("paid");
    }

    public boolean isOpen() {
        return "open".equals(value);
    }
}
