public class Ways {
    /** In how many ways can n steps be climbed, one, two or three at a time? */
    public static int climb(int n) {
        if (n == 0) {
            return 1;
        }
        return climb(n - 1) + climb(n - 2) + climb(n - 3);
    }

    /** Paths through a grid, right or down only. */
    public static int paths(int rows, int columns) {
        if (rows == 1 || columns == 1) {
            return 1;
        }
        return paths(rows - 1, columns) + paths(rows, columns - 1);
    }
}
