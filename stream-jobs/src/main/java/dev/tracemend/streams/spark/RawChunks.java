package dev.tracemend.streams.spark;

import dev.tracemend.streams.window.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Packs the records of a raw partition into chunks, in their order, so that a shuffle moves and sorts one row for
 * hundreds of records.
 */
final class RawChunks implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_BYTES = 1024 * 1024;

    /** Topic and partition, which are the group; the offset of the first record; the records. */
    static final StructType CHUNK = new StructType()
            .add("topic", DataTypes.StringType)
            .add("partition", DataTypes.IntegerType)
            .add("offset", DataTypes.LongType)
            .add("records", DataTypes.BinaryType);

    static String group(Row chunk) {
        return chunk.getString(0) + '|' + chunk.getInt(1);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Iterator<>() {
            private @Nullable Row ahead;

            @Override
            public boolean hasNext() {
                return ahead != null || rows.hasNext();
            }

            @Override
            public Row next() {
                Row first = ahead != null ? ahead : rows.next();
                ahead = null;
                Packing packing = new Packing(first);
                while (rows.hasNext()) {
                    Row row = rows.next();
                    if (!packing.takes(row)) {
                        ahead = row;
                        break;
                    }
                }
                return packing.chunk();
            }
        };
    }

    /** The records of a chunk. */
    static List<RawRecord> records(Row chunk) {
        String topic = chunk.getString(0);
        int partition = chunk.getInt(1);
        List<RawRecord> records = new ArrayList<>();
        byte[] bytes = chunk.getAs(3);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            while (in.available() > 0) {
                long offset = in.readLong();
                long millis = in.readLong();
                records.add(new RawRecord(topic, partition, offset, read(in), read(in), millis));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private static byte @Nullable [] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    /** A chunk under way. */
    private static final class Packing {
        private final Row first;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        private final DataOutputStream out = new DataOutputStream(bytes);
        private int count;

        Packing(Row first) {
            this.first = first;
            add(first);
        }

        boolean takes(Row row) {
            boolean same = row.getInt(1) == first.getInt(1) && row.getString(0).equals(first.getString(0));
            if (!same || count >= MOST_RECORDS || bytes.size() >= MOST_BYTES) {
                return false;
            }
            add(row);
            return true;
        }

        private void add(Row row) {
            try {
                out.writeLong(row.getLong(2));
                out.writeLong(row.getLong(5));
                write(row.getAs(3));
                write(row.getAs(4));
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(byte @Nullable [] field) throws IOException {
            out.writeInt(field == null ? -1 : field.length);
            if (field != null) {
                out.write(field);
            }
        }

        Row chunk() {
            return RowFactory.create(first.getString(0), first.getInt(1), first.getLong(2), bytes.toByteArray());
        }
    }
}
