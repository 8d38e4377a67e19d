package geo;

/** A rectangle: x and y grow to the right and down; right and bottom are not within. */
public final class Box {
    public final int left;
    public final int top;
    public final int right;
    public final int bottom;

    public Box(int left, int top, int right, int bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    public int area() {
        return (right - left) * (bottom - top);
    }

    public boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom || other.top < bottom;
    }

    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
