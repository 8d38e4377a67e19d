package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.journal.JournalEntry.State;
import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.FileVersion;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes of many files so that each happens wholly or not at all, also when the process is killed or the machine
 * stops in between, and takes back the latest of them. One writer at a time.
 */
public final class JournaledWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledWriter.class);

    private final ConfinedTree tree;
    private final JournalLimits limits;
    private final Journal journal;

    /**
     * A writer for a tree.
     *
     * @param stateFolder where the journal goes for trees without git
     */
    public JournaledWriter(ConfinedTree tree, Path stateFolder, JournalLimits limits) {
        this.tree = tree;
        this.limits = limits;
        this.journal = new Journal(JournalHome.of(tree.root(), stateFolder));
    }

    /** A change that was taken back. */
    public record TakenBack(List<String> paths, List<String> leftAlone) {
        /** Copies the lists. */
        public TakenBack {
            paths = List.copyOf(paths);
            leftAlone = List.copyOf(leftAlone);
        }
    }

    /** Takes back a change that was cut off; empty when there was none. */
    public Optional<TakenBack> recover() throws IOException, WorkspaceException {
        if (!journal.unfinished()) {
            return Optional.empty();
        }
        try (WriterLock lock = WriterLock.take(journal.home(), limits.lockWait())) {
            return recoverLocked();
        }
    }

    private Optional<TakenBack> recoverLocked() throws IOException {
        Optional<TakenBack> recovered = Optional.empty();
        List<JournalEntry> entries = new ArrayList<>(journal.entries());
        Collections.reverse(entries);
        for (JournalEntry entry : entries) {
            if (entry.state() == State.PENDING) {
                Optional<Manifest> manifest = entry.manifest();
                if (manifest.isPresent()) {
                    recovered = Optional.of(rollBack(entry, manifest.get()));
                }
                entry.discard();
            }
        }
        journal.tidy();
        return recovered;
    }

    private TakenBack rollBack(JournalEntry entry, Manifest manifest) throws IOException {
        List<String> left = new Rollback(tree, entry, manifest, limits.mostFileBytes()).run();
        LOG.info(
                "an unfinished change of {} files was taken back in {}",
                manifest.files().size(),
                tree.root());
        if (!left.isEmpty()) {
            LOG.warn("left as they are, because somebody else wrote them meanwhile: {}", left);
        }
        return new TakenBack(paths(manifest), left);
    }

    /** Does all steps, or none and throws. */
    public void write(List<WriteStep> steps) throws IOException, WorkspaceException {
        JournalHome.make(journal.home());
        try (WriterLock lock = WriterLock.take(journal.home(), limits.lockWait())) {
            recoverLocked();
            run(steps, 0, List.of()).become(State.DONE);
            journal.bound(limits.mostEntries(), limits.mostBytes());
        }
    }

    private JournalEntry run(List<WriteStep> steps, int undoes, List<WorkspacePath> foldersToDelete)
            throws IOException, WorkspaceException {
        TreeChange change = new TreeChange(tree, limits.mostFileBytes(), steps);
        Manifest manifest = change.prepare(undoes);
        JournalEntry entry = journal.next();
        boolean done = false;
        try {
            entry.write(manifest, change.before());
            change.run(manifest, entry.stagePrefix(), foldersToDelete);
            done = true;
            return entry;
        } finally {
            if (!done) {
                takeBack(entry);
            }
        }
    }

    /** The failure on its way to the caller is the one to tell; this one leaves the work to the next start. */
    private void takeBack(JournalEntry entry) {
        boolean interrupted = Thread.interrupted(); // it would close every file in our hands
        try {
            Optional<Manifest> written = entry.manifest();
            if (written.isPresent()) {
                rollBack(entry, written.get());
            }
            entry.discard();
        } catch (IOException again) {
            LOG.warn("the change could not be taken back yet, the next start tries again: {}", again.toString());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Takes back the latest change byte for byte; empty when there is none.
     *
     * @throws WorkspaceException {@code FILE_CHANGED} when one of its files was changed since; nothing is touched then
     */
    public Optional<TakenBack> undo() throws IOException, WorkspaceException {
        if (journal.entries().isEmpty()) {
            return Optional.empty();
        }
        try (WriterLock lock = WriterLock.take(journal.home(), limits.lockWait())) {
            Optional<TakenBack> recovered = recoverLocked();
            Optional<JournalEntry> latest = journal.latest();
            if (recovered.isPresent() || latest.isEmpty()) {
                return recovered;
            }
            Optional<Manifest> found = latest.get().manifest();
            if (found.isEmpty()) {
                throw new WorkspaceException(
                        Reason.FAILED, "", "the journal entry " + latest.get().folder() + " is damaged: remove it");
            }
            Manifest manifest = found.get();
            List<WriteStep> steps = new ArrayList<>();
            for (SavedFile file : manifest.files()) {
                steps.add(inverse(latest.get(), manifest, file));
            }
            List<WorkspacePath> folders = new ArrayList<>(manifest.made());
            Collections.reverse(folders);
            run(steps, latest.get().number(), folders).become(State.UNDO);
            journal.tidy();
            return Optional.of(new TakenBack(paths(manifest), List.of()));
        }
    }

    private static WriteStep inverse(JournalEntry entry, Manifest manifest, SavedFile file) throws IOException {
        Optional<byte[]> bytes =
                file.before().isPresent() ? Optional.of(entry.before(manifest, file)) : Optional.empty();
        int mode = file.before().map(FileVersion::mode).orElse(-1);
        return new WriteStep(file.path(), file.after(), bytes, mode);
    }

    private static List<String> paths(Manifest manifest) {
        return manifest.files().stream().map(file -> file.path().toString()).toList();
    }
}
