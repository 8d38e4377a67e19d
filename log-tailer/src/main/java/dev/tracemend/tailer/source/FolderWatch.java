package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the reader when something happens in a folder, where the system tells. Folders that tell too much are left alone for
 * a while, since their files are read all the time anyway. Nobody may rely on it: what it misses is found by looking.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final int MOST_FOLDERS = 4_096;
    private static final int MOST_SIGNALS_A_SECOND = 200;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = 5 * SECOND;

    private final WatchService service;
    private final Map<Path, Watched> folders = new HashMap<>();
    private final Map<WatchKey, Watched> byKey = new HashMap<>();

    /** What happened since the last call. */
    record Changes(Set<Path> touched, Set<Path> appeared, boolean vanished, boolean missed) {}

    private static final class Watched {
        private final Path folder;
        private WatchKey key;
        private int signals;
        private long since = System.nanoTime();
        private long pausedUntil;

        Watched(Path folder, WatchKey key) {
            this.folder = folder;
            this.key = key;
        }

        boolean isTalkative(long now) {
            if (now - since > SECOND) {
                since = now;
                signals = 0;
            }
            return ++signals > MOST_SIGNALS_A_SECOND;
        }
    }

    FolderWatch(WatchService service) {
        this.service = service;
    }

    /** Watches these folders and no others. */
    void watch(Set<Path> wanted) {
        for (Path folder : Set.copyOf(folders.keySet())) {
            if (!wanted.contains(folder)) {
                Watched gone = folders.remove(folder);
                if (gone != null) {
                    forget(gone.key);
                }
            }
        }
        long now = System.nanoTime();
        for (Path folder : wanted) {
            Watched known = folders.get(folder);
            if (known == null && folders.size() < MOST_FOLDERS) {
                register(folder);
            } else if (known != null && known.pausedUntil != 0 && now - known.pausedUntil > 0) {
                folders.remove(folder);
                register(folder);
            }
        }
    }

    private void register(Path folder) {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            Watched watched = new Watched(folder, key);
            folders.put(folder, watched);
            byKey.put(key, watched);
        } catch (IOException | ClosedWatchServiceException e) {
            LOG.debug("{} cannot be watched and is looked at instead", folder, e);
        }
    }

    private void forget(WatchKey key) {
        key.cancel();
        byKey.remove(key);
    }

    /** Whether every one of these folders is watched. */
    boolean covers(Set<Path> wanted) {
        return wanted.stream().allMatch(folder -> {
            Watched watched = folders.get(folder);
            return watched != null && watched.pausedUntil == 0;
        });
    }

    /** Waits at most so long for something to happen. */
    Changes await(long nanos) throws InterruptedException {
        Set<Path> touched = new HashSet<>();
        Set<Path> appeared = new HashSet<>();
        boolean vanished = false;
        boolean missed = false;
        WatchKey key = service.poll(nanos, TimeUnit.NANOSECONDS);
        while (key != null) {
            Watched watched = byKey.get(key);
            for (WatchEvent<?> event : key.pollEvents()) {
                if (watched == null || !(event.context() instanceof Path name)) {
                    missed = true;
                } else if (event.kind() == StandardWatchEventKinds.ENTRY_MODIFY) {
                    touched.add(watched.folder.resolve(name));
                } else if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
                    appeared.add(watched.folder.resolve(name));
                } else {
                    vanished = true;
                }
            }
            missed |= !rearm(key, watched);
            key = service.poll();
        }
        return new Changes(touched, appeared, vanished, missed);
    }

    /** Whether the system goes on telling; where not, all is to be looked at soon, for nobody else will say what happens. */
    private boolean rearm(WatchKey key, @org.jspecify.annotations.Nullable Watched watched) {
        long now = System.nanoTime();
        if (watched != null && watched.isTalkative(now)) {
            watched.pausedUntil = now + PAUSE;
            forget(key);
            return false;
        } else if (!key.reset() && watched != null) {
            folders.remove(watched.folder);
            forget(key);
            return false;
        }
        return true;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("closing the watch", e);
        }
    }
}
