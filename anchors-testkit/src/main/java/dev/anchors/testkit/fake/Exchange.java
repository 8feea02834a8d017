package dev.anchors.testkit.fake;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** One request and the way to answer it; for the thread of the connection alone. */
final class Exchange {

    private final RecordedRequest request;
    private final byte[] body;
    private final ResponseTrigger trigger;
    private final FaultySocket socket;

    Exchange(RecordedRequest request, byte[] body, ResponseTrigger trigger, FaultySocket socket) {
        this.request = request;
        this.body = body;
        this.trigger = trigger;
        this.socket = socket;
    }

    RecordedRequest request() {
        return request;
    }

    /** The body of the request as it came. */
    byte[] body() {
        return body;
    }

    /**
     * Answers, as far as the faults of {@code reply} let it.
     *
     * @throws IOException to end the connection, or because the client or the fake ended it
     */
    void send(Reply reply) throws IOException, HttpException {
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.bodyLength() > 0) {
            response.setEntity(new EntityTemplate(reply.bodyLength(), null, null, reply::writeBody));
        }
        long lengthSent = request.method().equals("HEAD") ? 0 : reply.bodyLength();
        socket.getOutputStream().beginAnswer(reply.faults(), lengthSent);
        trigger.submitResponse(response);
    }
}
