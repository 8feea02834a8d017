package dev.anchors.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler.ResponseTrigger;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.io.IOCallback;

/** One request and the way to answer it; for the thread of the connection alone. */
final class Exchange {

    private final RecordedRequest request;
    private final byte[] body;
    private final ResponseTrigger trigger;
    private final Socket socket;

    Exchange(RecordedRequest request, byte[] body, ResponseTrigger trigger, Socket socket) {
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

    /** Sends the head of {@code reply}, which speaks of its whole body, and lets {@code writer} send the body. */
    void send(Reply reply, IOCallback<OutputStream> writer) throws IOException, HttpException {
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        reply.headers().forEach(response::setHeader);
        int length = reply.body().length;
        if (length > 0) {
            response.setEntity(new EntityTemplate(length, null, writer));
        }
        trigger.submitResponse(response);
    }

    /** Waits, and returns early and true when the client goes. What the client sends meanwhile is lost. */
    boolean clientLeavesWithin(Duration wait) throws IOException {
        socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }
}
