import java.util.ArrayList;
import java.util.List;

public class Wrap {
    /** Cuts a text into lines of at most a width. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        while (text.length() > width) {
            int end = text.lastIndexOf(' ', width);
            if (end <= 0) {
                end = width;
            }
            lines.add(text.substring(0, end));
            text = text.substring(end).trim();
        }
        return lines;
    }
}
