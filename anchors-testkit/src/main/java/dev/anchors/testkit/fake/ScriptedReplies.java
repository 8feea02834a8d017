package dev.anchors.testkit.fake;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The scripted replies that are still to be given, oldest first. Not thread-safe. */
final class ScriptedReplies {

    /** The number of times of an entry that gives its replies without end. */
    static final int ALWAYS = 0;

    /** Replies in order, and the requests that get them. */
    static final class Entry {

        private static final int MAX_SHOWN = 10;

        private final String requests;
        private final Predicate<RecordedRequest> matches;
        private final int times;
        private final List<Reply> replies;
        private long given;

        /**
         * Creates an entry.
         *
         * @param requests describes the requests that get the replies
         * @param times how often all replies are given, or {@link #ALWAYS}
         */
        Entry(String requests, Predicate<RecordedRequest> matches, int times, List<Reply> replies) {
            this.requests = requests;
            this.matches = matches;
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
            String shown = LongStream.range(given, given + Math.min(left(), MAX_SHOWN))
                    .mapToObj(number -> reply(number).toString())
                    .collect(joining(", "));
            return requests + ": " + shown + (left() > MAX_SHOWN ? " and " + (left() - MAX_SHOWN) + " more" : "");
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    void clear() {
        entries.clear();
    }

    /** Takes the oldest reply for this request. */
    Optional<Reply> next(RecordedRequest request) {
        for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
            Entry entry = each.next();
            if (entry.matches.test(request)) {
                Reply reply = entry.next();
                if (entry.times != ALWAYS && entry.left() == 0) {
                    each.remove();
                }
                return Optional.of(reply);
            }
        }
        return Optional.empty();
    }

    /** Describes each entry that has replies left, except for the entries with {@link #ALWAYS}. */
    List<String> left() {
        return entries.stream()
                .filter(entry -> entry.times != ALWAYS)
                .map(Entry::toString)
                .toList();
    }
}
