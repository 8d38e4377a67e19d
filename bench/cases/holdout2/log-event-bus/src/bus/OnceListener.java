package bus;

import java.util.ArrayList;
import java.util.List;

/** Hears one event, and no more. */
public class OnceListener implements EventBus.Listener {
    private final EventBus bus;
    private final List<String> heard = new ArrayList<>();

    public OnceListener(EventBus bus) {
        this.bus = bus;
        bus.subscribe(this);
    }

    @Override
    public void on(String event) {
        heard.add(event);
        bus.unsubscribe(this);
    }

    public List<String> heard() {
        return heard;
    }
}
