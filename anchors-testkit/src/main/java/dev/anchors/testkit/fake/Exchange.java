package dev.anchors.testkit.fake;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** A request and the means to respond to it. Not thread-safe. */
final class Exchange {

    private final RecordedRequest request;
    private final ResponseTrigger trigger;
    private final FaultySocket socket;

    Exchange(RecordedRequest request, ResponseTrigger trigger, FaultySocket socket) {
        this.request = request;
        this.trigger = trigger;
        this.socket = socket;
    }

    RecordedRequest request() {
        return request;
    }

    /**
     * Sends the response and applies its faults.
     *
     * @throws IOException if a fault, the client or the fake ends the connection
     */
    void send(Reply reply) throws IOException, HttpException {
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.bodyLength() > 0) {
            response.setEntity(new EntityTemplate(reply.bodyLength(), null, null, reply::writeBody));
        }
        long lengthSent = request.method().equals("HEAD") ? 0 : reply.bodyLength();
        socket.getOutputStream().beginResponse(reply.faults(), lengthSent);
        trigger.submitResponse(response);
    }
}
