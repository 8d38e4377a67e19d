package transfer;

/** Books a room for some days. */
public final class Booking {
    private final Rooms rooms = new Rooms();

    public String book(int from, int days) {
        int to = from + days;
        return rooms.reserve(to, from);
    }
}
