package dev.tracemend.streams.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system starts a process, {@code chmod} or {@code readlink}, for each file of a checkpoint, some
 * thirty in every batch; this one asks the JDK. For local mode only.
 */
public final class NioLocalFileSystem extends LocalFileSystem {

    /** Made by Hadoop, by name. */
    public NioLocalFileSystem() {
        super(new Raw());
    }

    private static final class Raw extends RawLocalFileSystem {
        @Override
        public void setPermission(Path file, FsPermission permission) throws IOException {
            String text = permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL;
            try {
                Files.setPosixFilePermissions(pathToFile(file).toPath(), PosixFilePermissions.fromString(text));
            } catch (UnsupportedOperationException e) {
                // A file system without such permissions has nothing to set.
            }
        }

        @Override
        public FileStatus getFileLinkStatus(Path file) throws IOException {
            return getFileStatus(file);
        }

        @Override
        public boolean supportsSymlinks() {
            return false;
        }
    }
}
