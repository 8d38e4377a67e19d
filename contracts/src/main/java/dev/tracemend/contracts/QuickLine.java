package dev.tracemend.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope as our tailer writes it, without a tree in between. What is unusual in any way it leaves to {@link
 * Wire}, so that both never differ in what they understand.
 */
final class QuickLine {
    /** The highest bit of each of eight bytes. */
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private final String key;
    private @Nullable String line;
    private @Nullable String source;
    private int v;
    private String id = "";
    private boolean tick;
    private double ts;
    private String service = "";
    private String host = "";
    private long offset;
    private boolean multiline;
    private int redactions;

    private QuickLine(String key, double recordTime) {
        this.key = key;
        ts = recordTime;
    }

    /** The line; null where Wire must look. */
    static @Nullable LogLine read(JsonFactory factory, byte[] value, String key, double recordTime) {
        if (value.length < 2 || value[0] != '{' || !isAscii(value)) {
            return null;
        }
        try (JsonParser json = factory.createParser(value)) {
            QuickLine quick = new QuickLine(key, recordTime);
            return quick.fields(json) ? quick.line() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isAscii(byte[] value) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        long all = 0;
        int at = 0;
        for (; at + Long.BYTES <= value.length; at += Long.BYTES) {
            all |= bytes.getLong(at);
        }
        for (; at < value.length; at++) {
            all |= value[at];
        }
        return (all & NOT_ASCII) == 0;
    }

    private boolean fields(JsonParser json) throws IOException {
        json.nextToken();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (!field(name, json.nextToken(), json)) {
                return false;
            }
        }
        return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null && (line != null || tick);
    }

    private boolean field(String name, JsonToken token, JsonParser json) throws IOException {
        boolean text = token == JsonToken.VALUE_STRING;
        boolean number = token == JsonToken.VALUE_NUMBER_INT;
        switch (name) {
            case "line" -> line = text ? json.getText() : null;
            case "source" -> source = text ? json.getText() : null;
            case "id" -> id = text ? json.getText() : "";
            case "service" -> service = text ? json.getText() : "";
            case "host" -> host = text ? json.getText() : "";
            case "kind" -> {
                tick = text && json.getText().equals("tick");
                return tick || (text && json.getText().equals("line"));
            }
            case "ts" -> {
                boolean real = number || token == JsonToken.VALUE_NUMBER_FLOAT;
                ts = real ? json.getDoubleValue() : ts;
                return real && Double.isFinite(ts);
            }
            case "v" -> v = number ? json.getIntValue() : 0;
            case "offset" -> offset = number ? json.getLongValue() : 0;
            case "redactions" -> redactions = number ? json.getIntValue() : 0;
            case "multiline" -> {
                multiline = token == JsonToken.VALUE_TRUE;
                return multiline || token == JsonToken.VALUE_FALSE;
            }
            default -> {
                json.skipChildren();
                return true;
            }
        }
        return switch (name) {
            case "v", "offset", "redactions" -> number;
            default -> text;
        };
    }

    private LogLine line() {
        LogLine.Kind kind = tick ? LogLine.Kind.TICK : LogLine.Kind.LINE;
        return new LogLine(
                v,
                id,
                kind,
                line == null ? "" : line,
                ts,
                source == null || source.isEmpty() ? key : source,
                service,
                host,
                offset,
                multiline,
                redactions);
    }
}
