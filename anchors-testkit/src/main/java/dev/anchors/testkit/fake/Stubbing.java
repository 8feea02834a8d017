package dev.anchors.testkit.fake;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A sentence about the replies of a {@link FakePiecesOs}, which begins with the requests that they are for and ends with
 * {@link #reply}: {@code service.on(Route.DELETE).times(2).reply(Reply.text(503, "busy"))}. Immutable.
 *
 * <p>A request gets the oldest reply that is for it, and the answer from the repository when there is none.
 */
public final class Stubbing {

    private final String requests;
    private final Predicate<RecordedRequest> fits;
    private final Consumer<ScriptedReplies.Entry> entries;
    private final int times;

    Stubbing(String requests, Predicate<RecordedRequest> fits, Consumer<ScriptedReplies.Entry> entries) {
        this(requests, fits, entries, 1);
    }

    private Stubbing(
            String requests, Predicate<RecordedRequest> fits, Consumer<ScriptedReplies.Entry> entries, int times) {
        this.requests = requests;
        this.fits = fits;
        this.entries = entries;
        this.times = times;
    }

    /**
     * Says how often the replies are given, all of them in order each time; once where nothing is said.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public Stubbing times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("replies are given once or more, not " + number + " times");
        }
        return new Stubbing(requests, fits, entries, number);
    }

    /** Says that the replies are given over and over, until the fake is reset. They are never left over. */
    public Stubbing always() {
        return new Stubbing(requests, fits, entries, ScriptedReplies.ALWAYS);
    }

    /**
     * Gives these replies to the next of the requests, in order and after those given before.
     *
     * @throws IllegalArgumentException if there is none
     */
    public void reply(Reply... replies) {
        if (replies.length == 0) {
            throw new IllegalArgumentException("no reply is given for " + requests);
        }
        entries.accept(new ScriptedReplies.Entry(requests, fits, times, List.of(replies)));
    }
}
