package importer;

public class Row {
    public static int amount(String field) {
        return Integer.parseInt(field);
    }
}
