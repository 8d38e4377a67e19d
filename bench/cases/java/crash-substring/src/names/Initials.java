package names;

public class Initials {
    public static String shortened(String text, int most) {
        return text.substring(0, most);
    }
}
