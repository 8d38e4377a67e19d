public class Calendar {
    public static boolean isLeap(int year) {
        return year % 4 == 0 && year % 100 != 0;
    }

    public static int days(int month, int year) {
        switch (month) {
            case 2:
                return isLeap(year) ? 29 : 28;
            case 4:
            case 6:
            case 9:
            case 11:
                return 30;
            default:
                return 31;
        }
    }
}
