package dev.tracemend.streams.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.AccumulatorV2;

/** The latest event time of each topic, brought from the tasks to the driver. That a task runs twice changes nothing. */
final class Watermarks extends AccumulatorV2<Map<String, Long>, Map<String, Long>> {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, Long> latest = new HashMap<>();

    /** Made known to a session, whose tasks may then carry it. */
    static Watermarks of(SparkSession spark) {
        Watermarks made = new Watermarks();
        spark.sparkContext().register(made, "watermarks");
        return made;
    }

    @Override
    public boolean isZero() {
        return latest.isEmpty();
    }

    @Override
    public Watermarks copy() {
        Watermarks copy = new Watermarks();
        copy.add(latest);
        return copy;
    }

    @Override
    public void reset() {
        latest.clear();
    }

    @Override
    public void add(Map<String, Long> found) {
        found.forEach((topic, time) -> latest.merge(topic, time, Math::max));
    }

    @Override
    public void merge(AccumulatorV2<Map<String, Long>, Map<String, Long>> other) {
        add(other.value());
    }

    /** Milliseconds since the epoch by short topic name. */
    @Override
    public Map<String, Long> value() {
        return Map.copyOf(latest);
    }
}
