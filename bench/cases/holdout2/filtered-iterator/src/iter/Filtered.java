package iter;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Only what fits, of another iterator. */
public class Filtered<T> implements Iterator<T> {
    private final Iterator<T> source;
    private final Predicate<? super T> fits;
    private T waiting;
    private boolean ready;

    public Filtered(Iterator<T> source, Predicate<? super T> fits) {
        this.source = source;
        this.fits = fits;
    }

    @Override
    public boolean hasNext() {
        while (source.hasNext()) {
            waiting = source.next();
            if (fits.test(waiting)) {
                ready = true;
                return true;
            }
        }
        return false;
    }

    @Override
    public T next() {
        if (!ready && !hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return waiting;
    }
}
