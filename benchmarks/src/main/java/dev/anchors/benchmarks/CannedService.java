package dev.anchors.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service with canned responses, which does as little work as possible for each request. It runs in its own process,
 * so that neither its work nor its heap counts as the client's; see {@link ServiceProcess}.
 *
 * <p>The program prints its port, and exits when its standard input ends.
 */
public final class CannedService {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int MAX_REQUEST_BYTES = 16 * 1024;

    private final byte[] snapshot;
    private final List<byte[]> anchors;
    private final AtomicInteger responses = new AtomicInteger();
    private final byte[] noContent = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1);

    private CannedService(int anchors) {
        snapshot = response(Payload.bytes(anchors));
        this.anchors = Payload.documents(DecodeOneBenchmark.DOCUMENTS).stream()
                .map(CannedService::response)
                .toList();
    }

    /** Serves the number of anchors that the first argument gives. */
    public static void main(String[] arguments) throws IOException {
        CannedService service = new CannedService(Integer.parseInt(arguments[0]));
        try (ServerSocket listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            daemon(() -> service.accept(listener));
            System.out.println(listener.getLocalPort());
            while (System.in.read() >= 0) {
                // the parent process holds the other end of the stream
            }
        }
    }

    private static byte[] response(byte[] json) {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length + "\r\n\r\n";
        ByteArrayOutputStream response = new ByteArrayOutputStream(head.length() + json.length);
        response.writeBytes(head.getBytes(ISO_8859_1));
        response.writeBytes(json);
        return response.toByteArray();
    }

    private void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the program exits
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[MAX_REQUEST_BYTES];
            while (true) {
                out.write(responseTo(request(in, buffer)));
            }
        } catch (IOException closed) {
            // the client closed the connection
        }
    }

    private byte[] responseTo(String request) {
        if (request.startsWith("GET /anchors?")) {
            return snapshot;
        }
        return request.startsWith("GET /anchor/") || request.startsWith("POST /anchors/create")
                ? anchors.get(responses.getAndIncrement() & DecodeOneBenchmark.DOCUMENTS - 1)
                : noContent;
    }

    /** Reads one request, including its body. */
    private static String request(InputStream in, byte[] buffer) throws IOException {
        int filled = 0;
        while (true) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read <= 0) {
                throw new EOFException();
            }
            filled += read;
            String request = new String(buffer, 0, filled, ISO_8859_1);
            if (isComplete(request)) {
                return request;
            }
        }
    }

    private static boolean isComplete(String request) {
        int endOfHead = request.indexOf("\r\n\r\n");
        if (endOfHead < 0) {
            return false;
        }
        Matcher length = CONTENT_LENGTH.matcher(request);
        return request.length() - endOfHead - 4 >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
