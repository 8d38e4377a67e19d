package dev.tracemend.agent.workspace.tree;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One opened folder of the tree. Every name is looked up in exactly this folder, and links are never followed. */
interface TreeFolder extends Closeable {

    /** What stands under a name; empty when nothing does. */
    Optional<FileStat> stat(String name) throws IOException;

    /** Opens a folder in this one; fails when the name is a link. */
    TreeFolder open(String name) throws IOException;

    /** The bytes of a file, at most {@code most} of them. */
    byte[] read(String name, int most) throws IOException;

    /** Writes a file that must not exist; a lasting one is forced to the disk. */
    void create(String name, byte[] bytes, boolean lasting) throws IOException;

    /** Sets the permission bits of a file; does nothing where the file system has none. */
    void setMode(String name, Set<PosixFilePermission> mode) throws IOException;

    /** Gives a file to the owner and group that another one has, as far as this process may. */
    void giveAs(String name, String model) throws IOException;

    /** Renames a file into another folder, in place of what stands there. */
    void move(String name, TreeFolder to, String newName) throws IOException;

    /** Makes a folder that must not exist; {@code staging} is a name at the root that nothing has. */
    void makeFolder(String name, String staging) throws IOException;

    /** Deletes a file or link. */
    void delete(String name) throws IOException;

    /** Deletes an empty folder. */
    void deleteFolder(String name) throws IOException;

    /** All names, in no order. */
    List<String> names() throws IOException;

    /** Forces the folder's own entries to the disk. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
