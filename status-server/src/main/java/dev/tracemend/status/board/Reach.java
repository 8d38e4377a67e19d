package dev.tracemend.status.board;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the topics were read, each partition by itself. It is a matter of the topics alone: another board that has come
 * as far knows the same, whatever order it read them in.
 *
 * @param topics the marks by short topic
 */
record Reach(SortedMap<String, Marks> topics) {
    static final Reach NONE = new Reach(new TreeMap<>());
    private static final int MOST_TOPICS = 10_000;

    Reach {
        topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
    }

    Marks of(String topic) {
        return topics.getOrDefault(topic, Marks.NONE);
    }

    /** Whether this is at least as far in every partition. */
    boolean covers(Reach other) {
        return other.topics.entrySet().stream().allMatch(e -> e.getValue().within(of(e.getKey())));
    }

    /**
     * This, and of what leads to {@code target} all before one record: topics and sources in their order, the record's
     * own partition up to it.
     */
    Reach towards(Reach target, String topic, int source, long offset) {
        SortedMap<String, Marks> all = new TreeMap<>(topics);
        target.topics.headMap(topic).forEach((name, marks) -> all.merge(name, marks, Marks::join));
        Marks own = of(topic).joinBelow(target.of(topic), source).join(Marks.at(source, offset));
        all.put(topic, own);
        return new Reach(all);
    }

    /** Letters, digits, '-' and '_'. */
    String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Map.Entry<String, Marks> entry : topics.entrySet()) {
                out.writeUTF(entry.getKey());
                number(out, entry.getValue().size());
                for (int i = 0; i < entry.getValue().size(); i++) {
                    number(out, entry.getValue().source(i));
                    number(out, entry.getValue().offset(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** What {@link #text} wrote; nothing for any other text. */
    static Optional<Reach> parse(String text) {
        SortedMap<String, Marks> read = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            while (in.available() > 0 && read.size() < MOST_TOPICS) {
                String topic = in.readUTF();
                long size = number(in);
                Marks marks = Marks.NONE;
                for (long i = 0; i < size; i++) {
                    marks = marks.join(Marks.at(Math.toIntExact(number(in)), number(in)));
                }
                read.put(topic, marks);
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
        return Optional.of(new Reach(read));
    }

    /** Seven bits a byte, the lowest first: most numbers are small. */
    private static void number(DataOutputStream out, long number) throws IOException {
        long rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
            out.writeByte((int) (rest & 0x7f | 0x80));
        }
        out.writeByte((int) rest);
    }

    private static long number(DataInputStream in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new IOException("a number of more than 63 bits");
    }
}
