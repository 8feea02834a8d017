package dev.anchors.testkit.fake;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Scripts the replies of a {@link FakePiecesOs} to certain requests. {@link #reply} ends a stubbing; without it, nothing
 * is scripted: {@code service.on(Route.DELETE).times(2).reply(Reply.text(503, "busy"))}.
 *
 * <p>A request gets the oldest reply that is scripted for it, or the response from the repository if there is none.
 *
 * <p>Immutable and thread-safe. Null arguments are rejected with {@link NullPointerException}.
 */
public final class Stubbing {

    private final String requests;
    private final Predicate<RecordedRequest> matches;
    private final Consumer<ScriptedReplies.Entry> entries;
    private final int times;

    Stubbing(String requests, Predicate<RecordedRequest> matches, Consumer<ScriptedReplies.Entry> entries) {
        this(requests, matches, entries, 1);
    }

    private Stubbing(
            String requests, Predicate<RecordedRequest> matches, Consumer<ScriptedReplies.Entry> entries, int times) {
        this.requests = requests;
        this.matches = matches;
        this.entries = entries;
        this.times = times;
    }

    /**
     * Sets how often all replies are given, in order; default: once.
     *
     * @throws IllegalArgumentException if {@code number} is less than 1
     */
    public Stubbing times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("replies are given at least once, not " + number + " times");
        }
        return new Stubbing(requests, matches, entries, number);
    }

    /** Sets that the replies are repeated until the fake is reset. They never count as left over. */
    public Stubbing always() {
        return new Stubbing(requests, matches, entries, ScriptedReplies.ALWAYS);
    }

    /**
     * Scripts these replies for the next requests, in order.
     *
     * @throws IllegalArgumentException if {@code replies} is empty
     */
    public void reply(Reply... replies) {
        if (replies.length == 0) {
            throw new IllegalArgumentException("no reply was given for " + requests);
        }
        entries.accept(new ScriptedReplies.Entry(requests, matches, times, List.of(replies)));
    }
}
