package csv;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class CsvLineCheckTest {
    @Test
    public void thereAndBack() {
        Random random = new Random(9);
        for (int n = 0; n < 500; n++) {
            List<String> fields = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                StringBuilder field = new StringBuilder();
                for (int k = random.nextInt(4); k > 0; k--) {
                    field.append("ab,\"".charAt(random.nextInt(4)));
                }
                fields.add(field.toString());
            }
            assertEquals(fields, CsvLine.split(CsvLine.join(fields)));
        }
    }
}
