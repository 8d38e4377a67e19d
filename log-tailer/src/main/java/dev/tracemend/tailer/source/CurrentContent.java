package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of a file's contents is being read: one after the other, first the rest of older ones from the copies or archives that
 * hold them, at last the file's own. Not thread-safe.
 */
final class CurrentContent {
    private final Reading reading;
    private final FileIdentity identity;
    private final boolean hasFile;
    private final DrainedContents drained;
    private Content content;
    private @Nullable Remainder remainder;
    /** How much of what a copy or archive holds has arrived. */
    private long arrived;

    /** Of a file that is there or is gone; {@code from} is where the newest content it is known to have had was left. */
    CurrentContent(Position from, boolean hasFile, Reading reading) {
        this.reading = reading;
        this.identity = from.file();
        this.hasFile = hasFile;
        this.drained = new DrainedContents(reading.registry());
        this.content = new Content(from, reading);
        rewind();
    }

    /** Goes back to the oldest content that has not arrived. */
    void rewind() {
        closeRest();
        drained.clear();
        goOnAfter(-1);
    }

    private void goOnAfter(int generation) {
        Optional<Contents.Next> next = new Contents(identity, reading).after(generation, hasFile);
        if (next.isPresent()) {
            read(next.get().from(), next.get().rest().orElse(null));
        } else if (hasFile) {
            read(Position.fresh(identity, content.generation() + 1, content.source()), null);
        }
    }

    private void read(Position from, @Nullable Remainder rest) {
        content = new Content(from, reading);
        arrived = from.offset();
        remainder = rest;
    }

    Content now() {
        return content;
    }

    /** Whether it is read from a copy or an archive. */
    boolean isRest() {
        return remainder != null;
    }

    /** Reads on in the copy or archive; whether there was something. At its end the content behind it is the current one. */
    boolean readRest(Follower.Sink sink) {
        Remainder rest = remainder;
        if (rest == null) {
            return false;
        }
        ByteBuffer chunk = reading.buffer().cleared();
        if (rest.read(chunk) > 0) {
            content.feed(chunk.flip(), rest.first(), sink);
            return true;
        }
        drained.add(content.key(), content.next(), arrived);
        closeRest();
        next(sink);
        return false;
    }

    /** The content behind the one that was read. */
    void next(Follower.Sink sink) {
        content.finish(sink);
        int before = content.generation();
        goOnAfter(before);
        if (content.generation() != before) {
            sink.newGeneration(content.generation());
        }
    }

    /** It is no longer in its file: what is left of it is read from where it went; if nothing is, the new content is. */
    void isGone(Follower.Sink sink) {
        PositionRegistry registry = reading.registry();
        Optional<Remainder> rest = reading.remains().of(content.asRead());
        // At once, lest another content gets this generation when we are killed; the old one cannot be read again.
        if (newestGeneration() == content.generation()) {
            registry.put(Position.fresh(identity, content.generation() + 1, content.source()));
        }
        if (rest.isEmpty()) {
            registry.forget(content.key());
        }
        registry.save();
        content.isCutOffAt(rest.map(Remainder::end).orElse(0L));
        remainder = rest.orElse(null);
        arrived = registry.of(content.key()).map(Position::offset).orElse(0L);
        if (remainder == null) {
            next(sink);
        }
    }

    /** Of the newest content, though the rest of an older one may have to be read before. */
    int newestGeneration() {
        return reading.registry().of(identity).map(Position::generation).orElse(content.generation());
    }

    /** Everything before an offset of a generation has arrived. */
    void remember(int generation, long offset, @Nullable OpenFile file) throws IOException {
        drained.arrived(generation, offset);
        if (generation != content.generation()) {
            return;
        }
        Remainder rest = remainder;
        if (rest != null) {
            arrived = offset;
            content.delivered(offset, rest.before(offset));
        } else if (file != null && !drained.has(content.key())) {
            Digest before = Digest.before(file.channel(), offset);
            // Else the bytes before the offset may already be another content's.
            if (!content.isNotIn(file.channel())) {
                content.delivered(offset, before);
            }
        }
    }

    /** Bytes of what is read from a copy, as far as is known; of an archive only what was read. */
    long restSize() {
        Remainder rest = remainder;
        return rest == null || rest.isArchive() ? content.next() : Math.max(content.next(), rest.end());
    }

    /** Leaves the copy or archive. */
    void closeRest() {
        Remainder rest = remainder;
        remainder = null;
        if (rest != null) {
            rest.close();
        }
    }
}
