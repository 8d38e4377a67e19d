package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;

/** Judges changes to one project for one failure, whatever language it is written in. For one thread. */
public interface ChangeJudge extends AutoCloseable {

    /** The project before any change. */
    Baseline baseline();

    /** Judges one change, given as edits of the files as they were when the judge was opened. */
    Judgement judge(List<TextEdit> edits);

    @Override
    void close();
}
