package dev.anchors.testkit.fake;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The replies that are still to go out, oldest first. For one thread at a time. */
final class ScriptedReplies {

    /** How often an entry gives its replies that never runs out of them. */
    static final int ALWAYS = 0;

    /** Some replies in order, and the requests that they are for. */
    static final class Entry {

        private static final int SHOWN = 10;

        private final String requests;
        private final Predicate<RecordedRequest> fits;
        private final int times;
        private final List<Reply> replies;
        private long given;

        /**
         * Makes an entry that has given nothing yet.
         *
         * @param times how often it gives all its replies, or {@link #ALWAYS}
         */
        Entry(String requests, Predicate<RecordedRequest> fits, int times, List<Reply> replies) {
            this.requests = requests;
            this.fits = fits;
            this.times = times;
            this.replies = replies;
        }

        private Reply next() {
            return reply(given++);
        }

        private Reply reply(long number) {
            return replies.get(Math.toIntExact(number % replies.size()));
        }

        private long left() {
            return (long) times * replies.size() - given;
        }

        @Override
        public String toString() {
            String shown = LongStream.range(given, given + Math.min(left(), SHOWN))
                    .mapToObj(number -> reply(number).toString())
                    .collect(joining(", "));
            return requests + ": " + shown + (left() > SHOWN ? " and " + (left() - SHOWN) + " more" : "");
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    void clear() {
        entries.clear();
    }

    /** Takes the oldest reply that is for this request. */
    Optional<Reply> next(RecordedRequest request) {
        for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
            Entry entry = each.next();
            if (entry.fits.test(request)) {
                Reply reply = entry.next();
                if (entry.times != ALWAYS && entry.left() == 0) {
                    each.remove();
                }
                return Optional.of(reply);
            }
        }
        return Optional.empty();
    }

    /** Shows each entry that has replies left and does not have them for ever. */
    List<String> left() {
        return entries.stream()
                .filter(entry -> entry.times != ALWAYS)
                .map(Entry::toString)
                .toList();
    }
}
