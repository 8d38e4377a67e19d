package dev.tracemend.agent.edit;

import java.util.List;
import java.util.Optional;

/** The files that a reply may refer to. Reading is all it can do; whoever implements it decides what may be read. */
public interface FileLookup {

    /** The bytes of a file, empty where there is none or it may not be read. */
    Optional<byte[]> read(String path);

    /** Paths of the files that the conversation is about, most relevant first; they settle names that are not exact. */
    List<String> named();
}
