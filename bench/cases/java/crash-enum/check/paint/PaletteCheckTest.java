package paint;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PaletteCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(Palette.Colour.RED, Palette.parse("red"));
        assertEquals(Palette.Colour.GREEN, Palette.parse("GREEN"));
    }
}
