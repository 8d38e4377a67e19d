package dev.tracemend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A model's reply from a file or from standard input: UTF-8, of bounded size. */
final class ReplyText {
    private static final int MOST_BYTES = 64 << 20;

    private ReplyText() {}

    static String read(String name) {
        String place = name.equals("-") ? "standard input" : name;
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(file(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw CommandFailure.configuration("the reply in " + place + " has more than 64 MB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw CommandFailure.configuration("the reply in " + place + " is not UTF-8: convert it first");
        } catch (IOException unreadable) {
            throw CommandFailure.configuration("the reply in " + place + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Path file(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw CommandFailure.configuration(file + " is a folder: name the file that holds the reply");
            }
            if (!Files.exists(file)) {
                throw CommandFailure.configuration("there is no file " + file + ": name the reply, or - for stdin");
            }
            return file;
        } catch (InvalidPathException cannotBe) {
            throw CommandFailure.configuration("no file can be called " + name);
        }
    }
}
