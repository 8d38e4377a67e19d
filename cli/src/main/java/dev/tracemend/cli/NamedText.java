package dev.tracemend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A text that a person names: a file, or standard input; UTF-8, of bounded size. */
final class NamedText {
    private static final int MOST_BYTES = 64 << 20;

    private NamedText() {}

    /** A model's reply; what is not UTF-8 is refused, for it would be written into files. */
    static String reply(String name) {
        byte[] bytes = bytes("the reply", name);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw CommandFailure.configuration("the reply in " + place(name) + " is not UTF-8: convert it first");
        }
    }

    /** A log; bytes that are no UTF-8, as any log may hold, become U+FFFD. */
    static String log(String name) {
        return new String(bytes("the log", name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String what, String name) {
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(file(what, name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw CommandFailure.configuration(what + " in " + place(name) + " has more than 64 MB");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw CommandFailure.configuration(
                    what + " in " + place(name) + " cannot be read: " + IoWords.of(unreadable));
        }
    }

    private static String place(String name) {
        return name.equals("-") ? "standard input" : name;
    }

    private static Path file(String what, String name) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw CommandFailure.configuration(file + " is a folder: name the file that holds " + what);
            }
            if (!Files.exists(file)) {
                throw CommandFailure.configuration("there is no file " + file + ": name " + what + ", or - for stdin");
            }
            return file;
        } catch (InvalidPathException cannotBe) {
            throw CommandFailure.configuration("no file can be called " + name);
        }
    }
}
