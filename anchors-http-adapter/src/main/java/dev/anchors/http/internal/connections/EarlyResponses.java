package dev.anchors.http.internal.connections;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;

/** Ends the sending of a body when a final response arrives, and passes over the interim responses before it. */
final class EarlyResponses implements ResponseOutOfOrderStrategy {

    private final ResponseOutOfOrderStrategy arrivals;
    private final StrictResponseParser parser;

    /**
     * Looks for responses each time that so many bytes were sent.
     *
     * @param parser parses the responses of the connection, and is given back a final one
     */
    EarlyResponses(long bytesBetweenLooks, StrictResponseParser parser) {
        arrivals = new MonitoringResponseOutOfOrderStrategy(bytesBetweenLooks);
        this.parser = parser;
    }

    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            InputStream source,
            long bytesSent,
            long bytesOfNextWrite)
            throws IOException {
        boolean hasArrived = arrivals.isEarlyResponseDetected(request, connection, source, bytesSent, bytesOfNextWrite);
        while (hasArrived) {
            ClassicHttpResponse response = receive(connection);
            if (response.getCode() >= HttpStatus.SC_SUCCESS) {
                parser.unread(response);
                return true;
            }
            hasArrived = parser.hasUnreadBytes();
        }
        return false;
    }

    private static ClassicHttpResponse receive(HttpClientConnection connection) throws IOException {
        try {
            return connection.receiveResponseHeader();
        } catch (HttpException notHttp) {
            throw new ClientProtocolException(notHttp);
        }
    }
}
