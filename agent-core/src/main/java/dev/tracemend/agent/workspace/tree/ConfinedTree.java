package dev.tracemend.agent.workspace.tree;

import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files below one root. Each operation opens the folders on the way one in the other, following no link, so it acts
 * inside the root whatever is moved or swapped meanwhile. Paths that may hold links go through {@link #resolve} first.
 * Threads may share it.
 */
public final class ConfinedTree {
    private final Path root;

    private ConfinedTree(Path root) {
        this.root = root;
    }

    /** Opens the tree below a folder; fails when there is none. */
    public static ConfinedTree open(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException(real.toString());
        }
        return new ConfinedTree(real);
    }

    /** The real path of the root. */
    public Path root() {
        return root;
    }

    /**
     * The path of the same file without links.
     *
     * @throws WorkspaceException when it lies outside the root or in a folder of git's
     */
    public WorkspacePath resolve(WorkspacePath path) throws IOException, WorkspaceException {
        return new LinkWalk(this, path).end();
    }

    /**
     * Reads a file; empty when there is none.
     *
     * @throws WorkspaceException {@code NOT_A_FILE}, or {@code TOO_LARGE} when it has more than {@code most} bytes
     */
    public Optional<Snapshot> read(WorkspacePath path, int most) throws IOException, WorkspaceException {
        if (!isFolder(path.folders())) {
            return Optional.empty();
        }
        try (TreeFolder folder = folder(path.folders())) {
            Optional<FileStat> found = folder.stat(path.name());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            FileStat stat = found.get();
            if (!stat.isFile()) {
                throw new WorkspaceException(
                        Reason.NOT_A_FILE, path.toString(), path + " is no ordinary file (" + word(stat) + ")");
            }
            byte[] bytes = stat.size() > most ? new byte[0] : folder.read(path.name(), most + 1);
            if (stat.size() > most || bytes.length > most) {
                throw new WorkspaceException(
                        Reason.TOO_LARGE, path.toString(), path + " has more than " + most + " bytes, the limit");
            }
            FileVersion version = new FileVersion(FileVersion.hash(bytes), FileMode.bits(stat.mode()));
            return Optional.of(new Snapshot(bytes, version, stamp(stat)));
        }
    }

    /** What {@link Snapshot#stamp} of this file would be now; empty when there is nothing. */
    public Optional<String> stamp(WorkspacePath path) throws IOException {
        if (!isFolder(path.folders())) {
            return Optional.empty();
        }
        try (TreeFolder folder = folder(path.folders())) {
            return folder.stat(path.name()).map(ConfinedTree::stamp);
        }
    }

    /** Whether this is a real folder; the root is one. */
    public boolean isFolder(List<String> names) throws IOException {
        TreeFolder here = folder(List.of());
        try {
            for (String name : names) {
                if (here.stat(name)
                        .filter(found -> found.kind() == FileStat.Kind.FOLDER)
                        .isEmpty()) {
                    return false;
                }
                TreeFolder next = here.open(name);
                here.close();
                here = next;
            }
            return true;
        } finally {
            here.close();
        }
    }

    /** What a folder holds, sorted by name, without what is git's or tracemend's own; empty when it is no folder. */
    public List<TreeEntry> children(List<String> folderNames) throws IOException {
        List<TreeEntry> found = new ArrayList<>();
        if (!isFolder(folderNames)) {
            return found;
        }
        try (TreeFolder folder = folder(folderNames)) {
            if (GitFolders.is(folder)) {
                return found;
            }
            for (String name : folder.names()) {
                Optional<FileStat> stat = ReservedNames.has(name) ? Optional.empty() : folder.stat(name);
                stat.ifPresent(there -> found.add(new TreeEntry(name, TreeEntry.Kind.of(there.kind()))));
            }
        }
        found.sort(Comparator.comparing(TreeEntry::name));
        return found;
    }

    /** The first of these new files that would turn a folder into a git repository. */
    public Optional<WorkspacePath> makingGitFolder(Collection<WorkspacePath> created) throws IOException {
        return GitFolders.made(this, created);
    }

    /**
     * Writes a new file under a name of tracemend's own and forces it to the disk.
     *
     * @param mode permission bits, or {@link FileMode#NONE} for those that new files have
     * @param model name in the same folder of the file whose owner it is to have; empty for ours
     */
    public void stage(List<String> folderNames, String name, byte[] bytes, int mode, Optional<String> model)
            throws IOException {
        try (TreeFolder folder = folder(folderNames)) {
            folder.create(name, bytes, true);
            if (model.isPresent()) {
                giveAs(folder, name, model.get());
                ExtendedAttributes.copy(
                        path(folderNames).resolve(model.get()),
                        path(folderNames).resolve(name));
            }
            if (mode != FileMode.NONE) {
                folder.setMode(name, FileMode.of(mode));
            }
        }
    }

    /**
     * Writes a file, over the one that is there, whose permissions it keeps; makes folders as needed. For trees that nobody
     * will miss: nothing is kept of before, and nothing waits for the disk.
     */
    public void overwrite(WorkspacePath path, byte[] bytes) throws IOException {
        List<String> folders = path.folders();
        for (int i = 1; i <= folders.size(); i++) {
            if (!isFolder(folders.subList(0, i))) {
                makeFolder(folders.subList(0, i), ReservedNames.OWN + "-folder");
            }
        }
        try (TreeFolder folder = folder(folders)) {
            String fresh = ReservedNames.OWN + "-file";
            if (folder.stat(fresh).isPresent()) {
                folder.delete(fresh);
            }
            folder.create(fresh, bytes, false);
            Optional<FileStat> old = folder.stat(path.name());
            if (old.isPresent() && !old.get().mode().isEmpty()) {
                folder.setMode(fresh, old.get().mode());
            }
            folder.move(fresh, folder, path.name());
        }
    }

    private static void giveAs(TreeFolder folder, String name, String model) {
        try {
            folder.giveAs(name, model);
        } catch (IOException notAllowed) {
            // only root may give files away; everybody's own files have the right owner already
        }
    }

    /** Moves a file to its place within the tree in one step, over what stands there. */
    public void move(List<String> fromFolder, String name, WorkspacePath to) throws IOException {
        try (TreeFolder source = folder(fromFolder);
                TreeFolder target = folder(to.folders())) {
            source.move(name, target, to.name());
        }
    }

    /** Deletes a file. */
    public void delete(List<String> folderNames, String name) throws IOException {
        try (TreeFolder folder = folder(folderNames)) {
            folder.delete(name);
        }
    }

    /** Deletes the files and empty folders in a folder whose names begin with a word of tracemend's own. */
    public void deleteStaged(List<String> folderNames, String prefix) throws IOException {
        try (TreeFolder folder = folder(folderNames)) {
            for (String name : folder.names()) {
                boolean ours = name.startsWith(prefix) && prefix.startsWith(ReservedNames.OWN);
                Optional<FileStat> found = ours ? folder.stat(name) : Optional.empty();
                if (found.isPresent() && found.get().kind() == FileStat.Kind.FOLDER) {
                    folder.deleteFolder(name);
                } else if (found.isPresent()) {
                    folder.delete(name);
                }
            }
        }
    }

    /** Makes a folder in an existing one; {@code staging} is a name of tracemend's own that nothing has. */
    public void makeFolder(List<String> names, String staging) throws IOException {
        int last = names.size() - 1;
        try (TreeFolder folder = folder(names.subList(0, last))) {
            folder.makeFolder(names.get(last), staging);
        }
    }

    /** Deletes a folder where it is there and empty; whether it did. */
    public boolean deleteEmptyFolder(List<String> names) throws IOException {
        int last = names.size() - 1;
        if (!isFolder(names)) {
            return false;
        }
        try (TreeFolder folder = folder(names.subList(0, last))) {
            folder.deleteFolder(names.get(last));
            return true;
        } catch (java.nio.file.DirectoryNotEmptyException used) {
            return false;
        }
    }

    /** Forces a folder's entries to the disk. */
    public void force(List<String> names) throws IOException {
        try (TreeFolder folder = folder(names)) {
            folder.force();
        }
    }

    boolean has(List<String> folderNames, String name) throws IOException {
        if (!isFolder(folderNames)) {
            return false;
        }
        try (TreeFolder folder = folder(folderNames)) {
            return folder.stat(name).isPresent();
        }
    }

    Path path(List<String> names) {
        return names.isEmpty() ? root : root.resolve(String.join("/", names));
    }

    /** Opens a folder; the caller closes it. */
    TreeFolder folder(List<String> names) throws IOException {
        Optional<TreeFolder> secure = SecureTreeFolder.root(root);
        TreeFolder here = secure.isPresent() ? secure.get() : new PlainTreeFolder(root);
        for (String name : names) {
            try (TreeFolder above = here) {
                here = above.open(name);
            }
        }
        return here;
    }

    private static String stamp(FileStat stat) {
        return stat.kind() + " " + stat.identity() + " " + stat.size() + " " + stat.modified();
    }

    private static String word(FileStat stat) {
        return switch (stat.kind()) {
            case FILE -> "a file";
            case FOLDER -> "a folder";
            case LINK -> "a link";
            case OTHER -> "a device, pipe or socket";
        };
    }
}
