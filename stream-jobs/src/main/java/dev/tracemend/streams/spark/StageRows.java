package dev.tracemend.streams.spark;

import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The rows that travel into, between and out of the operators. */
final class StageRows {
    /** Columns of a raw record, as selected from the Kafka source. */
    static final String[] RAW = {"topic", "partition", "offset", "key", "value", "unix_millis(timestamp) as millis"};

    /** An event for the second stage with its place in the input, or, without a cause, a dead letter that passes. */
    static final StructType TOLD = new StructType()
            .add("cause", DataTypes.StringType)
            .add("partition", DataTypes.IntegerType)
            .add("offset", DataTypes.LongType)
            .add("index", DataTypes.IntegerType)
            .add("event", DataTypes.BinaryType);

    /** A record for the Kafka sink. */
    static final StructType OUT = new StructType()
            .add("topic", DataTypes.StringType)
            .add("key", DataTypes.StringType)
            .add("value", DataTypes.BinaryType)
            .add(
                    "headers",
                    DataTypes.createArrayType(
                            new StructType().add("key", DataTypes.StringType).add("value", DataTypes.BinaryType)));

    private StageRows() {}

    static Row told(RawRecord at, int index, CauseEvent event) {
        return RowFactory.create(event.bucket(), at.partition(), at.offset(), index, event.bytes());
    }

    static Row letter(RawRecord at, byte[] letter) {
        return RowFactory.create("", at.partition(), at.offset(), 0, letter);
    }

    static byte[] event(Row told) {
        return told.getAs(4);
    }

    static Row out(Outgoing outgoing) {
        List<Row> headers = new ArrayList<>();
        outgoing.headers()
                .forEach((name, text) -> headers.add(RowFactory.create(name, text.getBytes(StandardCharsets.UTF_8))));
        return RowFactory.create(
                outgoing.topic(),
                outgoing.key(),
                outgoing.value(),
                CollectionConverters.asScala(headers).toSeq());
    }

    static List<Row> list(scala.collection.Iterator<Row> rows) {
        List<Row> list = new ArrayList<>();
        rows.foreach(list::add);
        return list;
    }

    static scala.collection.Iterator<Row> iterator(List<Row> rows) {
        Iterator<Row> all = rows.iterator();
        return CollectionConverters.asScala(all);
    }
}
