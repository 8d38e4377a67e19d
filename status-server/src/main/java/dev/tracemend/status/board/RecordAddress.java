package dev.tracemend.status.board;

/**
 * Where a record came from, as the key under which it passes the internal topic: the full topic name, a line feed, the
 * original key.
 */
record RecordAddress(String topic, String key) {

    static RecordAddress parse(String text) {
        int cut = text.indexOf('\n');
        return new RecordAddress(text.substring(0, cut), text.substring(cut + 1));
    }

    String text() {
        return topic + '\n' + key;
    }
}
