package dev.tracemend.agent.workspace.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.jspecify.annotations.Nullable;

/** The attributes that users and programs may hang on a file ({@code user.*}), where the file system has such. */
final class ExtendedAttributes {
    private static final int LARGEST = 1 << 16;
    private static final int MOST = 100;

    private ExtendedAttributes() {}

    /** Copies as many as can be read and written; a file without them is still the same text. */
    static void copy(Path from, Path to) {
        UserDefinedFileAttributeView source = view(from);
        UserDefinedFileAttributeView target = view(to);
        if (source == null || target == null) {
            return;
        }
        try {
            for (String name : source.list().stream().limit(MOST).toList()) {
                int size = source.size(name);
                if (size <= LARGEST) {
                    ByteBuffer value = ByteBuffer.allocate(size);
                    source.read(name, value);
                    target.write(name, value.flip());
                }
            }
        } catch (IOException | UnsupportedOperationException notHere) {
            // many file systems have none
        }
    }

    private static @Nullable UserDefinedFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
