package dev.tracemend.tailer.source;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A position as one line of text, as the registry's files hold it; a file's name may hold anything, so it is escaped. */
final class PositionText {
    private PositionText() {}

    static String of(Position p) {
        return p.file().device() + "\t" + p.file().inode() + "\t"
                + p.generation() + "\t" + p.offset() + "\t"
                + p.head().length() + "\t" + p.head().sum() + "\t"
                + p.tail().length() + "\t" + p.tail().sum() + "\t"
                + (p.left() ? "left" : "open") + "\t" + escaped(p.source());
    }

    /** Of version 1 too, which did not say whether a file was left. */
    static Position parse(String line, boolean first) {
        String[] f = line.split("\t", first ? 9 : 10);
        return new Position(
                new FileIdentity(Long.parseLong(f[0]), Long.parseLong(f[1])),
                Integer.parseInt(f[2]),
                Long.parseLong(f[3]),
                new Digest(Integer.parseInt(f[4]), Long.parseLong(f[5])),
                new Digest(Integer.parseInt(f[6]), Long.parseLong(f[7])),
                f[first ? 8 : 9].translateEscapes(),
                !first && isLeft(f[8]));
    }

    private static boolean isLeft(String text) {
        return switch (text) {
            case "left" -> true;
            case "open" -> false;
            default -> throw new IllegalArgumentException("neither left nor open: " + text);
        };
    }

    /** {@code gone <device> <inode> <generation>}: the entry is no longer needed. */
    static String gone(ContentKey key) {
        return "gone\t" + key.file().device() + "\t" + key.file().inode() + "\t" + key.generation();
    }

    static ContentKey parseGone(String line) {
        String[] f = line.split("\t", 4);
        return new ContentKey(new FileIdentity(Long.parseLong(f[1]), Long.parseLong(f[2])), Integer.parseInt(f[3]));
    }

    static long sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static String escaped(String source) {
        return source.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
