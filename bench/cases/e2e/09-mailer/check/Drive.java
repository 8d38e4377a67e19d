import io.micronaut.context.annotation.Value;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the sender from the configuration as the framework does, and has it word a mail. */
public final class Drive {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([\\w.-]+)(?::([^}]*))?}");

    public static void main(String[] args) throws Exception {
        Map<String, String> settings = settings(Path.of("src/main/resources/application.yml"));
        Constructor<?> maker = Class.forName("mailer.Sender").getConstructors()[0];
        Object[] values = new Object[maker.getParameterCount()];
        for (int i = 0; i < values.length; i++) {
            String asked = ((Value) maker.getParameterAnnotations()[i][0]).value();
            Matcher place = PLACE.matcher(asked);
            if (!place.matches()) {
                throw new IllegalStateException("not read from the configuration: " + asked);
            }
            String value = settings.getOrDefault(place.group(1), place.group(2));
            if (value == null) {
                throw new IllegalStateException("no property " + place.group(1));
            }
            values[i] = maker.getParameterTypes()[i] == int.class ? (Object) Integer.valueOf(value) : value;
        }
        Object sender = maker.newInstance(values);
        Object mail = sender.getClass().getMethod("word", String.class, String.class).invoke(sender, "ann", "hello");
        String expected = "From: shop@example.org\nTo: ann\nTries: 3\n\nhello\nYours, the shop";
        if (!expected.equals(mail) || !"mailer".equals(settings.get("micronaut.application.name"))) {
            throw new IllegalStateException("another mail: " + mail);
        }
    }

    /** A YAML file of nested sections and plain values. */
    private static Map<String, String> settings(Path file) throws Exception {
        Map<String, String> settings = new HashMap<>();
        Deque<String> sections = new ArrayDeque<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.replaceFirst("(^|\\s)#.*", "");
            if (text.isBlank()) {
                continue;
            }
            int depth = (text.length() - text.stripLeading().length()) / 2;
            while (sections.size() > depth) {
                sections.removeLast();
            }
            String[] both = text.strip().split(":", 2);
            sections.addLast(both[0]);
            if (!both[1].isBlank()) {
                settings.put(String.join(".", sections), both[1].strip().replaceAll("^\"|\"$", ""));
            }
        }
        return settings;
    }
}
