package importer;

/** Lines of the file that the warehouse sends: article;quantity. */
public final class Lines {
    private Lines() {}

    public static int quantity(String line) {
        String[] fields = line.split(";");
        return Integer.parseInt(fields[1]);
    }

    public static String article(String line) {
        return line.split(";")[0].trim();
    }
}
