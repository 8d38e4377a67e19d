package dev.tracemend.worker.lifecycle;

import java.util.Collection;
import java.util.Map;

/** The code that errors come from, as its repository tells it. Thread-safe. */
public interface CodeState {

    /** Full hash of the commit that is checked out; empty where none can be told. */
    String head();

    /** Whether a commit descends from another, or is it. */
    boolean descends(String commit, String ancestor);

    /** Git's hash of each of these files at a commit; one that is not there is left out. */
    Map<String, String> blobs(String commit, Collection<String> paths);
}
