package access;

import java.util.ArrayList;
import java.util.List;

/** Reads lines "address method path [referrer]". */
public class LineReader {
    public record Visit(String address, String path, String referrer) {}

    public Visit read(String line) {
        String[] words = line.split(" ");
        String referrer = words[3];
        if (referrer.equals("-")) {
            referrer = "";
        }
        return new Visit(words[0], words[2], referrer);
    }

    public List<Visit> readAll(List<String> lines) {
        List<Visit> visits = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                visits.add(read(line));
            }
        }
        return visits;
    }
}
