package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.EditPlan;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells from the text of a model's change whether it begins to reach out of the program: a log may have asked for that, and
 * no failure is mended by it. What the file did before it may go on doing; a judge that runs in a sandbox sees nothing
 * wrong in such a change.
 */
final class OutreachCheck {
    private static final Map<String, Pattern> REACHES = reaches();

    private OutreachCheck() {}

    /** What a placed change adds, in words; empty for nothing. */
    static Optional<String> added(EditPlan plan) {
        return plan.changes().stream()
                .flatMap(change -> added(text(change.before()), text(change.after())).stream()
                        .map(what -> change.path() + ": the change " + what
                                + ", which mends no failure; change only what the program computes"))
                .findFirst();
    }

    /** What one text does more often than another. */
    static Optional<String> added(String before, String after) {
        return REACHES.entrySet().stream()
                .filter(reach -> count(reach.getValue(), after) > count(reach.getValue(), before))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.map(all -> new String(all, StandardCharsets.UTF_8)).orElse("");
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private static Map<String, Pattern> reaches() {
        Map<String, Pattern> reaches = new LinkedHashMap<>();
        reaches.put(
                "spells code in escapes or in letters that are not seen",
                Pattern.compile("\\\\u+00[2-7][0-9a-fA-F]|[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069]"));
        reaches.put(
                "starts a program",
                Pattern.compile("\\bProcessBuilder\\b|\\bgetRuntime\\b|\\bsubprocess\\b|\\bchild_process\\b"
                        + "|\\bos\\.(system|popen|exec\\w*|spawn\\w*|fork)\\b"));
        reaches.put(
                "calls out over the network",
                Pattern.compile("\\b(Server|Datagram)?Socket(Channel|Factory)?\\b|\\bopen(Stream|Connection)\\b"
                        + "|\\bHttpClient\\b|\\bURLConnection\\b|\\bInetAddress\\b|\\burllib\\b|\\bsocket\\.\\w+\\("
                        + "|(?<![.\\w])fetch\\s*\\(|\\bXMLHttpRequest\\b"
                        + "|require\\(['\"](node:)?(https?|net|dgram|tls)['\"]"));
        reaches.put(
                "reads, writes or deletes files",
                Pattern.compile("\\bFiles\\s*\\.\\s*\\w+|\\bFile(Input|Output)Stream\\b|\\bFile(Reader|Writer)\\b"
                        + "|\\bRandomAccessFile\\b|\\btoFile\\s*\\(|\\bshutil\\b|\\bos\\.(remove|unlink|rename|rmdir)\\b"
                        + "|\\b(read|write|append)File(Sync)?\\b|\\b(unlink|rm)(Sync)?\\s*\\("));
        reaches.put(
                "reads the environment or ends the process",
                Pattern.compile("\\bgetenv\\b|\\bgetProperties\\b|\\bos\\.environ\\b|\\bSystem\\s*\\.\\s*exit\\b"
                        + "|\\.\\s*halt\\s*\\(|\\bos\\._exit\\b|\\bsys\\.exit\\b|\\bprocess\\.exit\\b"));
        reaches.put(
                "makes or loads code as it runs",
                Pattern.compile("\\bforName\\s*\\(|\\bsetAccessible\\b|\\bMethodHandles\\b|\\bScriptEngine\\w*\\b"
                        + "|\\bClassLoader\\b|\\bUnsafe\\b|\\bload(Library)?\\s*\\(\\s*\"|(?<![.\\w])(eval|exec)\\s*\\("
                        + "|\\b__import__\\b|\\bnew Function\\b"));
        return reaches;
    }
}
