package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Lines;
import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.List;

/** Lines that a reply names to say where a place is: a class or a function it stands in. */
public final class ScopeHeaders {
    private ScopeHeaders() {}

    /** The only line that fits a header; -1 where none or several do. */
    public static int only(Lines file, String header) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < file.size() && found.size() < 2; i++) {
            if (fits(header, file.get(i))) {
                found.add(i);
            }
        }
        return found.size() == 1 ? found.get(0) : -1;
    }

    static boolean fits(String header, String line) {
        String wanted = Norm.TOKENS.of(header);
        String there = Norm.TOKENS.of(line);
        return there.equals(wanted) || wanted.length() >= 3 && there.startsWith(wanted);
    }

    /** The line behind what a header opens: the first that is indented no more, but for closing brackets. */
    static int end(Lines file, int header) {
        int depth = Reindent.indent(file.get(header)).length();
        for (int i = header + 1; i < file.size(); i++) {
            String line = file.get(i);
            if (!line.isBlank()
                    && Reindent.indent(line).length() <= depth
                    && "{})]".indexOf(line.strip().charAt(0)) < 0) {
                return i;
            }
        }
        return file.size();
    }
}
