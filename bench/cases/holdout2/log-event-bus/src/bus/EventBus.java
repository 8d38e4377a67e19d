package bus;

import java.util.ArrayList;
import java.util.List;

public class EventBus {
    /** Hears what is published. */
    public interface Listener {
        void on(String event);
    }

    private final List<Listener> listeners = new ArrayList<>();

    public void subscribe(Listener listener) {
        listeners.add(listener);
    }

    public void unsubscribe(Listener listener) {
        listeners.remove(listener);
    }

    public void publish(String event) {
        for (Listener listener : listeners) {
            listener.on(event);
        }
    }

    public int size() {
        return listeners.size();
    }
}
