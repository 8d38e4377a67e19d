package dates;

import java.time.LocalDate;

public class Due {
    public static LocalDate parse(String text) {
        return LocalDate.parse(text);
    }
}
