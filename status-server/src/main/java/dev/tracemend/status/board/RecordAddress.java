package dev.tracemend.status.board;

/**
 * Where a record came from, as the key under which it passes the internal topic: the full topic name, partition, offset
 * and the original key, a line feed between each.
 */
record RecordAddress(String topic, int partition, long offset, String key) {

    static RecordAddress parse(String text) {
        String[] parts = text.split("\n", 4);
        return new RecordAddress(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }

    /** The record itself, as a mark of what it was folded into. */
    Marks marks(Source source) {
        return Marks.at(source.number(partition), offset);
    }

    String text() {
        return topic + '\n' + partition + '\n' + offset + '\n' + key;
    }
}
