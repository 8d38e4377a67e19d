package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;
import java.util.Optional;

/** Judges changes to one project for one failure, whatever language it is written in. For one thread. */
public interface ChangeJudge extends AutoCloseable {

    /** The project before any change. */
    Baseline baseline();

    /** The text of a file that may be changed, as it was when the judge was opened. */
    Optional<String> original(String path);

    /** Judges one change, given as edits of the files as they were when the judge was opened. */
    Judgement judge(List<TextEdit> edits);

    @Override
    void close();
}
