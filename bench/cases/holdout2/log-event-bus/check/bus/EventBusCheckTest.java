package bus;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class EventBusCheckTest {
    @Test
    public void everyoneHears() {
        EventBus bus = new EventBus();
        List<OnceListener> once = new ArrayList<>();
        List<String> always = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            once.add(new OnceListener(bus));
            bus.subscribe(always::add);
        }
        bus.publish("a");
        bus.publish("b");
        assertEquals(5, bus.size());
        assertEquals(10, always.size());
        for (OnceListener one : once) {
            assertEquals(List.of("a"), one.heard());
        }
    }
}
