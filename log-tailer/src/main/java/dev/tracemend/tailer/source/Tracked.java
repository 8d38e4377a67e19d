package dev.tracemend.tailer.source;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One source among those that are followed: when it is looked at next, whether a name still leads to it, when it is left.
 * What is active is looked at in each turn, what is quiet ever more seldom. One thread only.
 */
public final class Tracked {
    /** Active for so long after its last line. */
    private static final long ACTIVE = TimeUnit.SECONDS.toNanos(2);

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Follower follower;
    private Path path;
    private boolean named = true;
    private boolean renamed;
    private boolean finished;
    private boolean settled;
    private long lastRead = System.nanoTime();
    private long pause = FIRST_PAUSE;
    private long next = lastRead;

    Tracked(Follower follower, Path path) {
        this.follower = follower;
        this.path = path;
        this.renamed = !path.toString().equals(follower.source());
    }

    /** What is read. */
    public Follower follower() {
        return follower;
    }

    /** Whether one of the names that are followed leads to it. */
    public boolean isNamed() {
        return named;
    }

    /** Whether its content could still be opened, by whatever name. */
    public boolean isThere() {
        return attributes().isPresent();
    }

    /** What the file system says of it, by whatever name it has. */
    Optional<BasicFileAttributes> attributes() {
        return follower instanceof FileFollower file
                ? file.file().filter(open -> open.whereabouts().isPresent()).flatMap(OpenFile::attributes)
                : Optional.empty();
    }

    Path path() {
        return path;
    }

    void isNow(Path name, boolean followed) {
        if (!name.equals(path)) {
            path = name;
            renamed = !name.toString().equals(follower.source());
        }
        named = followed;
        if (follower instanceof FileFollower file) {
            file.file().ifPresent(open -> open.isNow(name));
        }
    }

    void unnamed() {
        named = false;
    }

    boolean isDue(long now) {
        return now - next >= 0;
    }

    boolean isActive(long now) {
        return now - lastRead < ACTIVE;
    }

    boolean isQuietFor(long now, long nanos) {
        return settled && now - lastRead > nanos;
    }

    /** Something happened to it. */
    void wake() {
        next = System.nanoTime();
        pause = FIRST_PAUSE;
        if (follower instanceof FileFollower file) {
            file.doubt();
        }
    }

    /**
     * It was read.
     *
     * @param any whether there was anything
     * @param isSettled whether all that was read has arrived
     */
    public void turned(boolean any, boolean isSettled, long longest) {
        long now = System.nanoTime();
        settled = isSettled;
        if (any) {
            lastRead = now;
            finished = false;
        }
        if (any || isActive(now)) {
            next = now;
            pause = FIRST_PAUSE;
        } else {
            next = now + pause;
            pause = Math.min(longest, 2 * pause);
        }
    }

    boolean isFinished() {
        return finished;
    }

    void finished() {
        finished = true;
    }

    /** Whether it goes on under another name than at first, or under none. */
    boolean isRotatedAway() {
        return !named || renamed;
    }
}
