package books;

/** A book's number; hyphens do not matter. */
public final class Isbn {
    private final String text;

    public Isbn(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    private String digits() {
        return text.replace("-", "");
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Isbn)) {
            return false;
        }
        Isbn that = (Isbn) other;
        return digits().equals(that.digits());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
