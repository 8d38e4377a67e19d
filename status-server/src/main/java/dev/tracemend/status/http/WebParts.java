package dev.tracemend.status.http;

import dev.tracemend.status.access.Gate;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.DecisionPost;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.EngineProbe;

/** What HTTP serves, and who may ask for it. */
public record WebParts(Gate gate, Board board, BrokerProbe probe, EngineProbe engine, DecisionPost decisions)
        implements AutoCloseable {
    @Override
    public void close() {
        decisions.close();
        engine.close();
        probe.close();
        board.close();
    }
}
