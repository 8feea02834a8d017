package dev.anchors.testkit.fake;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;

/** Records the requests of a fake and decides who responds: the access policy, a scripted reply or the service. Thread-safe. */
final class RequestDispatcher implements LoopbackServer.Handler {

    private final PiecesOsService service;
    private final AccessPolicy policy;
    private final boolean recording;
    private final RequestLog log = new RequestLog();
    private final ScriptedReplies scriptedReplies = new ScriptedReplies(); // guarded by this

    RequestDispatcher(PiecesOsService service, AccessPolicy policy, boolean recording) {
        this.service = service;
        this.policy = policy;
        this.recording = recording;
    }

    @Override
    public void handle(Exchange exchange) throws IOException, HttpException {
        exchange.send(reply(exchange.request()));
    }

    private Reply reply(RecordedRequest request) {
        Optional<String> refusal = policy.refusal(request);
        boolean scriptable = refusal.isEmpty() && !request.method().equals("OPTIONS");
        Reply scripted = accept(request, scriptable);
        return refusal.map(reason -> Reply.text(403, reason))
                .orElseGet(() ->
                        scripted.resolved(() -> service.respond(request)).withDefaultHeaders(Cors.headers(request)));
    }

    /** Records a request and takes its reply in one atomic step, so that the first recorded request gets the first reply. */
    private synchronized Reply accept(RecordedRequest request, boolean scriptable) {
        if (recording) {
            log.add(request);
        }
        return scriptable ? scripted(request) : Reply.fromRepository();
    }

    private Reply scripted(RecordedRequest request) {
        try {
            return scriptedReplies.next(request).orElseGet(Reply::fromRepository);
        } catch (RuntimeException failure) {
            return Reply.text(500, "the condition of a stubbing failed: " + failure);
        }
    }

    synchronized void add(ScriptedReplies.Entry entry) {
        scriptedReplies.add(entry);
    }

    /** Describes the scripted replies that were not given. */
    synchronized List<String> repliesLeft() {
        return scriptedReplies.left();
    }

    /** Discards requests and scripted replies. */
    synchronized void reset() {
        log.clear();
        scriptedReplies.clear();
    }

    /**
     * Returns the requests so far, oldest first.
     *
     * @throws IllegalStateException if recording is off
     */
    List<RecordedRequest> requests() {
        checkRecording();
        return log.all();
    }

    /**
     * Takes the oldest request that was not taken before, or waits for the next one.
     *
     * @throws IllegalStateException if recording is off
     */
    RecordedRequest take(Duration limit) {
        checkRecording();
        return log.take(limit);
    }

    private void checkRecording() {
        if (!recording) {
            throw new IllegalStateException("recording is off; turn it on with FakePiecesOs.Builder.recording(true)");
        }
    }
}
