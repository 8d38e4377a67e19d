package dev.tracemend.cli;

import dev.tracemend.logs.OwnPattern;
import dev.tracemend.logs.RedactionConfig;
import dev.tracemend.tailer.TailerConfig;
import dev.tracemend.tailer.publish.PublishConfig;
import dev.tracemend.tailer.source.ReadConfig;
import dev.tracemend.tailer.source.ReadConfig.From;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** From the texts of {@link TailValues} to the tailer's settings; what cannot be is refused where it stands. */
final class TailPlan {
    private static final Set<String> CODECS = Set.of("none", "gzip", "snappy", "lz4", "zstd");
    private static final int SHORTEST_LINE = 256;
    private static final int LONGEST_LINE = 16 << 20;

    private TailPlan() {}

    static TailerConfig config(TailValues values, Path folder) {
        List<String> globs = values.given(TailSetting.LOGS).values().stream()
                .filter(glob -> !glob.isBlank())
                .toList();
        return TailerConfig.of(values.one(TailSetting.BOOTSTRAP), values.one(TailSetting.TOPIC), globs, folder)
                .reading(reading(values))
                .redaction(redaction(values))
                .publishing(publishing(values));
    }

    private static RedactionConfig redaction(TailValues values) {
        TailValues.Given patterns = values.given(TailSetting.REDACT_PATTERN);
        return new RedactionConfig(
                !values.is(TailSetting.NO_REDACT),
                values.is(TailSetting.REDACT_EMAIL),
                values.is(TailSetting.REDACT_IBAN),
                patterns.values().stream()
                        .map(text -> pattern(patterns.from(), text))
                        .toList());
    }

    private static OwnPattern pattern(String from, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw CommandFailure.configuration(
                    from + " \"" + text + "\" is not usable: expected NAME=REGEX, for example 'customer=C-[0-9]{6}'");
        }
        return new OwnPattern(text.substring(0, equals), text.substring(equals + 1));
    }

    private static ReadConfig reading(TailValues values) {
        return new ReadConfig(
                from(values),
                values.is(TailSetting.UNTIL_CAUGHT_UP),
                charset(values.given(TailSetting.ENCODING)),
                values.number(TailSetting.MAX_LINE, SHORTEST_LINE, LONGEST_LINE),
                values.given(TailSetting.MAP).values().stream()
                        .map(text -> mapped(values.given(TailSetting.MAP).from(), text))
                        .toList(),
                values.given(TailSetting.DISCOVER).values().stream()
                        .map(Path::of)
                        .toList());
    }

    /** A dry run shows everything unless a place is asked for. */
    private static From from(TailValues values) {
        TailValues.Given given = values.given(TailSetting.FROM);
        if (values.is(TailSetting.DRY_RUN) && given.from().equals("default")) {
            return From.START;
        }
        try {
            return From.valueOf(given.one().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw TailValues.refused(given, "start, end or saved");
        }
    }

    private static Charset charset(TailValues.Given given) {
        try {
            return Charset.forName(given.one());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw TailValues.refused(given, "the name of an encoding, for example UTF-8, UTF-16 or ISO-8859-1");
        }
    }

    private static ReadConfig.TopicGlob mapped(String from, String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 1) {
            throw CommandFailure.configuration(from + " \"" + text
                    + "\" is not usable: expected GLOB=TOPIC, for example '/var/log/shop/*.log=shop'");
        }
        String topic = text.substring(equals + 1);
        TopicArgument.check(topic);
        return new ReadConfig.TopicGlob(text.substring(0, equals), topic);
    }

    private static PublishConfig publishing(TailValues values) {
        TailValues.Given codec = values.given(TailSetting.COMPRESSION);
        if (!CODECS.contains(codec.one())) {
            throw TailValues.refused(codec, "none, gzip, snappy, lz4 or zstd");
        }
        TailValues.Given topic = values.given(TailSetting.KAFKA_TOPIC);
        if (!topic.one().isEmpty() && !topic.one().matches("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}")) {
            throw TailValues.refused(topic, "1 to 249 of the characters a-z, A-Z, 0-9, '.', '_' and '-'");
        }
        return new PublishConfig(
                topic.one(),
                values.one(TailSetting.CLIENT_ID),
                codec.one(),
                values.is(TailSetting.TRANSACTIONAL),
                client(values.given(TailSetting.CLIENT_CONFIG)),
                headers(values.given(TailSetting.HEADER)));
    }

    private static Map<String, String> headers(TailValues.Given given) {
        Map<String, String> headers = new HashMap<>();
        for (String text : given.values()) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.configuration(
                        given.from() + " \"" + text + "\" is not usable: expected NAME=VALUE, for example env=prod");
            }
            headers.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return headers;
    }

    private static Map<String, String> client(TailValues.Given file) {
        if (file.one().isEmpty()) {
            return Map.of();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file.one()))) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.configuration(file.from() + " " + file.one() + " cannot be read (" + e
                    + "); expected a properties file, for example with security.protocol=SASL_SSL");
        }
        Map<String, String> client = new HashMap<>();
        read.stringPropertyNames()
                .forEach(key -> client.put(key, read.getProperty(key).strip()));
        return client;
    }
}
